import { decided } from '../fact.ts';
import { stepCase } from '../step-case.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../advance.ts';

/** Something that the case waits for has come: a payment, an appointment, a message by name. It is also an event that terms may count from. */
export const receiveMessage: Decider<'receive_message'> = (definition, current, { by, name, data }, world) => {
  const wait = current.state.waits.find((one) => one.for === name) ?? refuse('not_awaited');
  const { then, follows } = stepCase(definition, current, { kind: 'complete', token: wait.token, result: data }, world, [name]);
  return decided('message_received', by, world.now, { ...data, name }, then, follows);
};
