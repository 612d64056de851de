import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import { refuse } from '../errors.ts';
import type { OfficerRole } from '../domain/officer-roles.ts';
import { listUnit, listUnits, listWithRole } from '../store/officers.ts';
import { findPersonRow, toPerson } from '../store/persons.ts';

/** The person with this id, in service or not; or nobody. */
export async function findPerson(db: Db, id: PersonId): Promise<Person | undefined> {
  const row = await findPersonRow(db, id);
  return row && toPerson(row);
}

/** The person with this id, or a refusal. */
export async function getPerson(db: Db, id: PersonId): Promise<Person> {
  return (await findPerson(db, id)) ?? refuse('person_not_found');
}

/** Officers in service who take the tasks of a unit, by name. */
export async function officersOfUnit(db: Db, entityId: EntityId, unit: string): Promise<readonly Person[]> {
  return (await listUnit(db, entityId, unit)).map(toPerson);
}

/** Officers in service who have a role, by name: of one entity, or of every one; a hundred at most. */
export async function officersWithRole(db: Db, role: OfficerRole, entityId?: EntityId): Promise<readonly Person[]> {
  return (await listWithRole(db, role, entityId)).map(toPerson);
}

/** Units that officers in service of an entity belong to, in alphabetical order. */
export const unitsOfEntity = (db: Db, entityId: EntityId): Promise<readonly string[]> => listUnits(db, entityId);
