import { adoptFiles } from '#modules/documents/index.ts';
import { unitsOfEntity } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { advance } from '../domain/advance.ts';
import { allFiles } from '../domain/files.ts';
import type { EventOf, EventType } from '../domain/event.ts';
import { mayRead } from '../domain/reading.ts';
import type { Case, Decided, Definition, TaskKey } from '../domain/types.ts';
import { getDefinition } from '../definitions.ts';
import { refuse } from '../errors.ts';
import { getCase } from '../store/read.ts';
import { actorOf, perform, worldOf } from './perform.ts';

/** What an officer asks of a case, without who asks. */
export type OfficerEvent = Distribute<Extract<EventType, 'claim' | 'release' | 'hand_over' | 'complete_task' | 'request_opinion' | 'give_opinion' | 'add_note' | 'retry_incident'>>;

type Distribute<Type extends EventType> = Type extends EventType ? Omit<EventOf<Type>, 'by'> : never;

/**
 * An officer acts on a case. Somebody who may not see the case learns nothing of it (`cases.not_found`); what the state, the unit or the
 * four-eyes rule forbids is refused by name. `commandKey` makes a repeated press harmless. What an officer fills in with a task joins the
 * answers of the case.
 */
export async function actAsOfficer(db: Db, id: CaseId, person: Person, event: OfficerEvent, now: Date, commandKey?: string): Promise<void> {
  if (event.type === 'request_opinion') await checkUnitExists(db, person, event.unit);
  const act = (on: Db) => perform(on, id, now, (current, definition) => {
    const filledIn = event.type === 'complete_task' && Object.keys(event.answers).length > 0 ? { answers: { ...current.answers, ...event.answers } } : {};
    return { event: eventBy(person, event, current, definition), extra: { ...filledIn, ...(commandKey === undefined ? {} : { commandKey }) } };
  });
  const files = event.type === 'complete_task' ? allFiles(event.answers).map((file) => file.id) : [];
  if (event.type !== 'complete_task' || files.length === 0) return act(db);
  await db.transaction(async (tx) => {
    await act(tx);
    await adoptFiles(tx, (await getCase(tx, id)).entityId, `draft:${taskDraft(id, event.task)}`, `case:${id}`, files);
  });
}

/** Under which draft the files of an officer's task wait until it is completed. */
export const taskDraft = (id: CaseId, task: TaskKey): string => `${id}-${task}`;

/** What an act would come to if it were done now, without doing it; refuses as doing it would. */
export async function foresee(db: Db, id: CaseId, person: Person, event: OfficerEvent, now: Date): Promise<Decided> {
  const current = await getCase(db, id);
  const definition = await getDefinition(db, current.procedureId, current.version);
  return advance(definition, current, eventBy(person, event, current, definition), await worldOf(db, definition, now));
}

function eventBy(person: Person, event: OfficerEvent, current: Case, definition: Definition): EventOf<OfficerEvent['type']> {
  if (!isAtWork(person) || !mayRead(person, current, definition)) refuse('not_found');
  return { ...event, by: actorOf(person) };
}

// Auditors of the entity read; only its officers and supervisors act.
const isAtWork = ({ kind, roles }: Person): boolean => kind === 'officer' && roles.some((role) => role === 'officer' || role === 'supervisor');

async function checkUnitExists(db: Db, { entityId }: Person, unit: string): Promise<void> {
  const units = entityId === undefined ? [] : await unitsOfEntity(db, entityId);
  if (!units.includes(unit)) refuse('unknown_unit');
}

/** A case with its definition, for somebody who may read it; for everybody else it does not exist. */
export async function openCase(db: Db, id: CaseId, person: Person): Promise<{ readonly current: Case; readonly definition: Definition }> {
  const current = await getCase(db, id);
  const definition = await getDefinition(db, current.procedureId, current.version);
  return mayRead(person, current, definition) ? { current, definition } : refuse('not_found');
}
