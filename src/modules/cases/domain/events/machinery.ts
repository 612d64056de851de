import { decided } from '../fact.ts';
import { stepCase } from '../step-case.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';

/** What the flow asked of another module is done. */
export const serviceDone: Decider<'service_done'> = (definition, current, { by, token, element, service, result }, world) => {
  const { then, follows } = stepCase(definition, current, { kind: 'complete', token, result }, world);
  return decided('service_done', by, world.now, { element, service, result }, then, follows);
};

/** What the flow asked of another module can't be done; a boundary event may catch the code. */
export const serviceFailed: Decider<'service_failed'> = (definition, current, { by, token, element, service, code, reason }, world) => {
  const { then, follows } = stepCase(definition, current, { kind: 'error', token, code, reason }, world);
  return decided('service_failed', by, world.now, { element, service, code, reason }, then, follows);
};

/** A term or another timer of the flow has run out. */
export const fireTimer: Decider<'fire_timer'> = (definition, current, { by, id }, world) => {
  if (!(id in current.state.timers)) refuse('not_awaited');
  const { then, follows } = stepCase(definition, current, { kind: 'timer', id }, world);
  const timers = Object.fromEntries(Object.entries(then.timers ?? current.state.timers).filter(([other, at]) => other !== id || at !== current.state.timers[id]));
  return decided('timer_fired', by, world.now, { timer: id }, { ...then, timers }, follows);
};

/** Somebody put right what made the flow stand still: the first token that stands still tries again. Only who runs the office may ask it. */
export const retryIncident: Decider<'retry_incident'> = (definition, current, { by }, world) => {
  if (by.kind === 'officer' && !by.supervisor) refuse('only_supervisor');
  const token = current.state.flow.tokens.find((one) => one.incident !== undefined)?.id ?? refuse('not_awaited');
  const { then, follows } = stepCase(definition, current, { kind: 'retry', token }, world);
  return decided('incident_retried', by, world.now, { token }, then, follows);
};
