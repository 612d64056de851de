import { loadCalendar, parseDepartment, type Calendar } from '#modules/calendars/index.ts';
import { findEntity, findEntityByKey } from '#modules/identity/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { PlanWorld } from '../../domain/procedure/types.ts';
import { nationalDays } from '../../store/procedure/national-acts.ts';

/** Key of the agency that revises plans (Plan de Implementación de Gobierno Electrónico 2025-2028, cap. 6.1). */
const agencyKey = 'agetic';

/** The agency that revises plans; nothing where this installation does not have it. */
export const findAgency = (db: Db) => findEntityByKey(db, agencyKey);

/** The time, the working days of the entity and of the agency, and the national calendar. `atLeast` names a revision of the calendar that must be known. */
export async function planWorld(db: Db, entityId: EntityId, now: Date, atLeast = 0): Promise<PlanWorld> {
  const [entity, agency, national] = await Promise.all([findEntity(db, entityId), findAgency(db), nationalDays(db)]);
  const calendarOf = (department: string | null | undefined): Promise<Calendar> => {
    const code = parseDepartment(department ?? undefined);
    return loadCalendar(db, code === undefined ? {} : { department: code }, { atLeast });
  };
  const [ours, theirs] = await Promise.all([calendarOf(entity?.department), calendarOf(agency?.department)]);
  return { now, national, agencyId: agency?.id, calendars: { entity: ours, agency: theirs } };
}
