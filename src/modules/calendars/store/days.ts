import type { Db, Tx } from '#kernel/db/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { newId, type Id } from '#kernel/ids.ts';
import type { NonWorkingDay } from '../domain/calendar.ts';
import type { Scope } from '../domain/place.ts';

/** A day as it is stored: with its id, and whether an administrator wrote it. */
export type StoredDay = NonWorkingDay & { readonly id: Id<'calendar-day'>; readonly origin: 'content' | 'administrator' };

type Row = {
  readonly id: Id<'calendar-day'>; readonly day: LocalDate; readonly name: string; readonly scope: Scope; readonly of: string;
  readonly norm: string; readonly source: string; readonly unconfirmed: string; readonly origin: StoredDay['origin'];
};

const columns = 'id, day::text, name, scope, of, norm, source, unconfirmed, origin';

/** Every stored day, in order. */
export async function listDays(db: Db): Promise<readonly StoredDay[]> {
  return (await db.rows<Row>(`select ${columns} from calendars.day order by day, name`)).map(toDay);
}

/** One stored day. */
export async function findDay(db: Db, id: Id<'calendar-day'>): Promise<StoredDay | undefined> {
  const [row] = await db.rows<Row>(`select ${columns} from calendars.day where id = $1`, [id]);
  return row && toDay(row);
}

function toDay({ of, unconfirmed, ...rest }: Row): StoredDay {
  return { ...rest, ...(of !== '' && { of }), ...(unconfirmed !== '' && { unconfirmed }) };
}

/** Who wrote a day, and when. */
type DayOrigin = { readonly origin: StoredDay['origin']; readonly addedBy?: string | undefined; readonly now: Date };

/** Writes days; the ones that are there already (same reach, day and norm) stay as they are. Gives those that are new. */
export async function insertDays(tx: Tx, days: readonly NonWorkingDay[], { origin, addedBy, now }: DayOrigin): Promise<readonly StoredDay[]> {
  const written = JSON.stringify(days.map((day) => ({ id: newId<'calendar-day'>(now), of: '', unconfirmed: '', ...day })));
  const rows = await tx.rows<Row>(`
    insert into calendars.day (id, day, name, scope, of, norm, source, unconfirmed, origin, added_by, added_at)
    select id, day, name, scope, of, norm, source, unconfirmed, $2, $3, $4
    from jsonb_to_recordset($1::jsonb) as d(id uuid, day date, name text, scope text, of text, norm text, source text, unconfirmed text)
    on conflict on constraint day_once do nothing returning ${columns}`, [written, origin, addedBy ?? null, now]);
  return rows.map(toDay);
}

/** Takes days away. */
export async function deleteDays(tx: Tx, ids: readonly Id<'calendar-day'>[]): Promise<void> {
  if (ids.length > 0) await tx.rows('delete from calendars.day where id = any($1::uuid[])', [ids]);
}
