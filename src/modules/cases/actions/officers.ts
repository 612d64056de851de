import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import type { EventOf, EventType } from '../domain/event.ts';
import { mayRead } from '../domain/reading.ts';
import type { Case, Definition } from '../domain/types.ts';
import { getDefinition } from '../definitions.ts';
import { refuse } from '../errors.ts';
import { getCase } from '../store/read.ts';
import { actorOf, perform } from './perform.ts';

/** What an officer asks of a case, without who asks. */
export type OfficerEvent = Distribute<Extract<EventType, 'claim' | 'release' | 'hand_over' | 'complete_task' | 'request_opinion' | 'give_opinion' | 'add_note'>>;

type Distribute<Type extends EventType> = Type extends EventType ? Omit<EventOf<Type>, 'by'> : never;

/**
 * An officer acts on a case. Somebody who may not see the case learns nothing of it (`cases.not_found`); what the state, the unit or the
 * four-eyes rule forbids is refused by name. `commandKey` makes a repeated press harmless.
 */
export async function actAsOfficer(db: Db, id: CaseId, person: Person, event: OfficerEvent, now: Date, commandKey?: string): Promise<void> {
  await perform(db, id, now, (current, definition) => {
    if (!mayRead(person, current, definition)) refuse('not_found');
    return { event: { ...event, by: actorOf(person) } as EventOf<OfficerEvent['type']>, ...(commandKey === undefined ? {} : { extra: { commandKey } }) };
  });
}

/** A case with its definition, for somebody who may read it; for everybody else it does not exist. */
export async function openCase(db: Db, id: CaseId, person: Person): Promise<{ readonly current: Case; readonly definition: Definition }> {
  const current = await getCase(db, id);
  const definition = await getDefinition(db, current.procedureId, current.version);
  return mayRead(person, current, definition) ? { current, definition } : refuse('not_found');
}
