import { decided } from '../fact.ts';
import { stepCase } from '../step-case.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';

/** Something that the case waits for has come: a payment, an appointment, a message by name. It is also an event that terms may count from. */
export const receiveMessage: Decider<'receive_message'> = (definition, current, { by, name, data }, world) => {
  if (!current.state.waits.some((wait) => wait.for === name)) refuse('not_awaited');
  // By name, not by token: whoever waits may be one of several events to choose from, or hang on the border of a task.
  const { then, follows } = stepCase(definition, current, { kind: 'message', name, variables: data }, world, [name]);
  return decided('message_received', by, world.now, { ...data, name }, then, follows);
};
