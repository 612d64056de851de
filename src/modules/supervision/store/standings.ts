import { loadCalendar, parseDepartment, type Calendar } from '#modules/calendars/index.ts';
import { listEntities } from '#modules/identity/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { standingsOn, type Standing } from '../domain/follow-up/followed.ts';
import { followedOf, type FollowedOf } from './follow-up.ts';

/** The entities of the installation by id: their names, and the working days of each. */
export type Entities = { readonly all: Awaited<ReturnType<typeof listEntities>>; readonly nameOf: (id: string) => string; readonly calendarOf: (id: string) => Calendar };

/** Reads the entities and the calendars of the departments where they work. */
export async function entitiesOf(db: Db): Promise<Entities> {
  const all = await listEntities(db), byId = new Map<string, (typeof all)[number]>(all.map((one) => [one.id, one])), whole = await loadCalendar(db);
  const departments = [...new Set(all.map(({ department }) => parseDepartment(department ?? undefined)).filter((one) => one !== undefined))];
  const calendars = new Map(await Promise.all(departments.map(async (department) => [department, await loadCalendar(db, { department })] as const)));
  const calendarOf = (id: string): Calendar => { const department = parseDepartment(byId.get(id)?.department ?? undefined); return (department === undefined ? undefined : calendars.get(department)) ?? whole; };
  return { all, nameOf: (id) => byId.get(id)?.name ?? 'Una entidad', calendarOf };
}

/** Recommendations as they stand on a day. */
export const standingsOf = async (db: Db, which: FollowedOf, { calendarOf }: Entities, today: LocalDate): Promise<readonly Standing[]> => standingsOn(await followedOf(db, which), today, calendarOf);
