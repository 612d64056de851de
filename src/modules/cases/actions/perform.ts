import { loadCalendar, parseDepartment } from '#modules/calendars/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { advance } from '../domain/advance.ts';
import type { EventOf, EventType } from '../domain/event.ts';
import type { Actor, Case, Decided, Definition } from '../domain/types.ts';
import type { World } from '../domain/world.ts';
import { getDefinition } from '../definitions.ts';
import { refuse } from '../errors.ts';
import { appendDecided, type Appending } from '../store/append.ts';
import { wasCarriedOut } from '../store/commands.ts';
import { getCase } from '../store/read.ts';

const attemptsMax = 5;

/** Makes the event from the case as it is now; throws to refuse, for instance somebody who may not see the case. */
export type EventMaker<Type extends EventType> = (current: Case, definition: Definition) => { readonly event: EventOf<Type>; readonly extra?: Appending };

/**
 * Does something to a case: reads it, decides, and writes the fact with all that follows, in two round trips. When somebody else was
 * faster it decides again with what they left. `commandKey` makes repeating harmless.
 */
export async function perform<Type extends EventType>(db: Db, id: CaseId, now: Date, make: EventMaker<Type>): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const current = await getCase(db, id);
    const definition = await getDefinition(db, current.procedureId, current.version);
    const { event, extra } = make(current, definition);
    const world = await worldOf(db, definition, now);
    const decided = await decideOnce(db, id, extra?.commandKey, () => advance(definition, current, event, world));
    if (!decided) return;
    if (await appendDecided(db, definition, current, decided, extra) !== undefined) return;
  }
  refuse('changed_meanwhile');
}

/** The decision; nothing where it is refused only because this very command has already been carried out. */
async function decideOnce(db: Db, id: CaseId, commandKey: string | undefined, decide: () => Decided): Promise<Decided | undefined> {
  try {
    return decide();
  } catch (caught) {
    if (commandKey !== undefined && isRefusal(caught) && await wasCarriedOut(db, id, commandKey)) return undefined;
    throw caught;
  }
}

/** The time, and the calendar of the place where the entity works. */
export async function worldOf(db: Db, definition: Definition, now: Date): Promise<World> {
  const department = parseDepartment(definition.department);
  return { now, calendar: await loadCalendar(db, department === undefined ? {} : { department }) };
}

/** A logged-in person as the one who does something. */
export const actorOf = (person: Person): Actor => ({
  kind: person.kind === 'officer' ? 'officer' : 'applicant', id: person.id, name: person.name, units: person.units, supervisor: person.roles.includes('supervisor'),
});

/** Ventanilla itself, for timers and services. */
export const systemActor: Actor = { kind: 'system', id: null, name: 'Ventanilla', units: [], supervisor: false };
