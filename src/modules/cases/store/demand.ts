import { workingDaysBetween, type Calendar } from '#modules/calendars/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** What came in of a procedure over some time, and how long it took. */
export type ProcedureDemand = {
  readonly requests: number;
  readonly busiestDay: number;
  /** Requests of each month, January first. */
  readonly byMonth: readonly number[];
  /** Mean of the working days from submission to the end, of the last thousand that ended; absent where none did. */
  readonly meanDays?: number;
};

const endedMax = 1_000;

/** Counts the cases of a procedure that were handed in from one day to another, both included, by the legal day. */
export async function demandOf(db: Db, entityId: EntityId, procedureId: string, from: LocalDate, until: LocalDate, calendar: Calendar): Promise<ProcedureDemand> {
  const about = [entityId, procedureId, from, until];
  const [days, ended] = await Promise.all([
    db.rows<{ day: LocalDate; n: number }>(`
      select (submitted_at at time zone 'America/La_Paz')::date::text as day, count(*)::int as n from cases.case
      where entity_id = $1 and procedure_id = $2 and submitted_at >= ($3::date)::timestamp at time zone 'America/La_Paz' and submitted_at < ($4::date + 1)::timestamp at time zone 'America/La_Paz' group by 1`, about),
    db.rows<{ submitted: LocalDate; closed: LocalDate }>(`
      select (submitted_at at time zone 'America/La_Paz')::date::text as submitted, (closed_at at time zone 'America/La_Paz')::date::text as closed from cases.case
      where entity_id = $1 and procedure_id = $2 and submitted_at >= ($3::date)::timestamp at time zone 'America/La_Paz' and submitted_at < ($4::date + 1)::timestamp at time zone 'America/La_Paz' and closed_at is not null
      order by submitted_at desc limit ${endedMax}`, about),
  ]);
  const byMonth = Array.from({ length: 12 }, (_, month) => days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1).reduce((sum, { n }) => sum + n, 0));
  const took = ended.map(({ submitted, closed }) => workingDaysBetween(submitted, closed, calendar));
  return {
    requests: days.reduce((sum, { n }) => sum + n, 0), busiestDay: Math.max(0, ...days.map(({ n }) => n)), byMonth,
    ...(took.length === 0 ? {} : { meanDays: took.reduce((sum, one) => sum + one, 0) / took.length }),
  };
}
