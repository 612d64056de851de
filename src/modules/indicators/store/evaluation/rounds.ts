import type { Db, Tx } from '#kernel/db/index.ts';
import type { Person } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { KeptState } from '../../domain/evaluation/evaluation.ts';
import { refuse } from '../../errors.ts';

/** A year that entities evaluate, and until when. */
export type Round = { readonly year: number; readonly due: LocalDate; readonly openedAt: Date; readonly openedByName: string; readonly closedAt: Date | null; readonly closedByName: string | null };

const columns = `year, due::text, opened_at as "openedAt", opened_by_name as "openedByName", closed_at as "closedAt", closed_by_name as "closedByName"`;

/** The years, the latest first. A plan has few. */
export const listRounds = (db: Db): Promise<Round[]> => db.rows<Round>(`select ${columns} from indicators.evaluation_round order by year desc limit 50`);

/** The round of a year, or a refusal. */
export async function getRound(db: Db, year: number | undefined): Promise<Round> {
  const [row] = year === undefined ? [] : await db.rows<Round>(`select ${columns} from indicators.evaluation_round where year = $1`, [year]);
  return row ?? refuse('round_not_found');
}

/** Opens a year; false where it is open already. */
export async function insertRound(tx: Tx, year: number, due: LocalDate, person: Person, now: Date): Promise<boolean> {
  return (await tx.rows('insert into indicators.evaluation_round (year, due, opened_at, opened_by, opened_by_name) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1', [year, due, now, person.id, person.name])).length > 0;
}

/** Closes a year for good; false where it was closed already. Nobody writes of it between the look at what waits and the closing. */
export async function closeRound(tx: Tx, year: number, person: Person, now: Date): Promise<boolean> {
  return (await tx.rows('update indicators.evaluation_round set closed_at = $2, closed_by = $3, closed_by_name = $4 where year = $1 and closed_at is null returning 1', [year, now, person.id, person.name])).length > 0;
}

/** Holds a year until the transaction ends, so that it is not closed meanwhile; gives whether it is closed. */
export async function holdRound(tx: Tx, year: number, how: 'share' | 'update'): Promise<boolean | undefined> {
  const [row] = await tx.rows<{ closed: boolean }>(`select closed_at is not null as closed from indicators.evaluation_round where year = $1 for ${how}`, [year]);
  return row?.closed;
}

/** An entity with how far its evaluation of a year has come. */
export type Evaluated = { readonly key: string; readonly name: string; readonly state: KeptState | null; readonly movedAt: Date | null };

/** The entities by name with how far they are, after the name of the page before. */
export const evaluatedEntities = (db: Db, year: number, after: string | undefined, limit: number): Promise<Evaluated[]> => db.rows<Evaluated>(`
  select e.key, e.name, v.state, v.moved_at as "movedAt" from identity.v_entity e left join indicators.evaluation v on v.entity_id = e.id and v.year = $1
  where $2::text is null or (e.name, e.key) > ((select name from identity.v_entity where key = $2), $2) order by e.name, e.key limit $3`, [year, after ?? null, limit]);

/** How many entities are how far. */
export async function countEvaluated(db: Db, year: number): Promise<Readonly<Record<KeptState | 'open', number>>> {
  const [row] = await db.rows<Record<KeptState | 'open', number>>(`
    select (count(*) filter (where v.state is null))::int as open, (count(*) filter (where v.state = 'writing'))::int as writing, (count(*) filter (where v.state = 'sent'))::int as sent,
      (count(*) filter (where v.state = 'observed'))::int as observed, (count(*) filter (where v.state = 'accepted'))::int as accepted
    from identity.v_entity e left join indicators.evaluation v on v.entity_id = e.id and v.year = $1`, [year]);
  return row ?? { open: 0, writing: 0, sent: 0, observed: 0, accepted: 0 };
}
