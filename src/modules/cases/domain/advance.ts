import { claim, handOver, release } from './events/holding.ts';
import { completeTask } from './events/complete-task.ts';
import { correct } from './events/correct.ts';
import { giveOpinion, requestOpinion } from './events/opinions.ts';
import { addNote } from './events/note.ts';
import { receiveMessage } from './events/message.ts';
import { fireTimer, retryIncident, serviceDone, serviceFailed } from './events/machinery.ts';
import { noteRevocation } from './events/revocation.ts';
import { submit } from './events/submit.ts';
import { withdraw } from './events/withdraw.ts';
import { recomputeTerms } from './events/recompute-terms.ts';
import { keysOf } from '#kernel/tables.ts';
import type { Decider } from './decider.ts';
import { refuse } from '../errors.ts';
import type { EventOf, EventType } from './event.ts';
import type { Case, Decided, Definition } from './types.ts';
import type { World } from './world.ts';

/** The whole behaviour of a case: a row for each event. */
const deciders: { readonly [Type in EventType]: Decider<Type> } = {
  submit, claim, release, hand_over: handOver, complete_task: completeTask, correct, request_opinion: requestOpinion, give_opinion: giveOpinion,
  add_note: addNote, receive_message: receiveMessage, service_done: serviceDone, service_failed: serviceFailed, fire_timer: fireTimer,
  retry_incident: retryIncident, withdraw, recompute_terms: recomputeTerms, note_revocation: noteRevocation,
};

/** Events that a case that has ended still takes. */
const evenWhenClosed: readonly EventType[] = ['add_note', 'note_revocation'];

/** Decides what an event does to a case: one fact and what follows in the world, or a refusal. Pure; time is in `world`. */
export function advance<Type extends EventType>(definition: Definition, current: Case, event: EventOf<Type>, world: World): Decided {
  if (current.state.closedAt !== undefined && !evenWhenClosed.includes(event.type)) refuse('closed');
  const type: Type = event.type, decide: Decider<Type> = deciders[type];
  return decide(definition, current, event, world);
}

/** The kinds of event, for tests that go through all of them. */
export const eventTypes = keysOf(deciders);
