import { addDays, type LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import type { UfvValue } from '#kernel/money.ts';

/** A stored value, with where it was taken from. */
export type StoredUfv = UfvValue & { readonly day: LocalDate; readonly source: string; readonly isExample: boolean; readonly recordedAt: Date };

const daysOldMax = 31, listMax = 60;

/**
 * The value of the UFV that holds on a day: the latest one that is not after it and not older than 31 days. Recorded values come before
 * the examples of the demonstration, however old. `undefined` where there is none: then nothing in UFV can be charged.
 */
export async function ufvOn(db: Db, day: LocalDate): Promise<UfvValue | undefined> {
  const [row] = await db.rows<StoredUfv>(`
    select day::text as day, value_e5 as "valueE5" from payments.ufv_value where day <= $1 and day >= $2 order by is_example, day desc limit 1`, [day, addDays(day, -daysOldMax)]);
  return row;
}

/** Values on record, newest day first. */
export const listUfv = (db: Db): Promise<StoredUfv[]> =>
  db.rows<StoredUfv>(`select ${columns} from payments.ufv_value order by day desc limit ${listMax}`);

/** The value on record for exactly this day. */
export async function findUfv(db: Db, day: LocalDate): Promise<StoredUfv | undefined> {
  const [row] = await db.rows<StoredUfv>(`select ${columns} from payments.ufv_value where day = $1`, [day]);
  return row;
}

const columns = `day::text as day, value_e5 as "valueE5", source, is_example as "isExample", recorded_at as "recordedAt"`;

/** Writes a value that somebody read in the official publication; it replaces what the day had. Charges keep the value they were made with. */
export async function upsertUfv(db: Db, value: UfvValue & { readonly source: string }, by: PersonId, now: Date): Promise<void> {
  await db.rows(`
    insert into payments.ufv_value (day, value_e5, source, is_example, recorded_by, recorded_at) values ($1, $2, $3, false, $4, $5)
    on conflict (day) do update set value_e5 = excluded.value_e5, source = excluded.source, is_example = false, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
  [value.day, value.valueE5, value.source, by, now]);
}

/** Writes examples for days that have no value at all. */
export async function insertExamples(db: Db, values: readonly UfvValue[], source: string, now: Date): Promise<void> {
  await db.rows(`
    insert into payments.ufv_value (day, value_e5, source, is_example, recorded_at)
    select v.day, v.value_e5, $2, true, $3 from jsonb_to_recordset($1::jsonb) as v(day date, value_e5 int) on conflict (day) do nothing`,
  [JSON.stringify(values.map(({ day, valueE5 }) => ({ day, value_e5: valueE5 }))), source, now]);
}
