import { loadCalendar, parseDepartment, type Calendar } from '#modules/calendars/index.ts';
import { findEntity } from '#modules/identity/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** The working days where an entity is. */
export async function calendarOfEntity(db: Db, entityId: EntityId): Promise<Calendar> {
  const entity = await findEntity(db, entityId);
  return calendarIn(db, entity?.department ?? undefined);
}

/** The working days of a department, or of the whole country. */
export function calendarIn(db: Db, department: string | undefined): Promise<Calendar> {
  const known = parseDepartment(department);
  return loadCalendar(db, known === undefined ? {} : { department: known });
}
