import type { Answers } from '#modules/forms/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { newId, type EntityId, type Id, type PersonId } from '#kernel/ids.ts';
import type { SnapshotId } from '../rankings.ts';
import { refuse } from '../../errors.ts';

export type StrategyId = Id<'strategy'>;

/** A strategy without its texts. `revision` grows with every change of its title, days, order or procedures. */
export type Strategy = { readonly id: StrategyId; readonly entityId: EntityId; readonly title: string; readonly from: LocalDate; readonly until: LocalDate; readonly snapshotId: SnapshotId; readonly revision: number; readonly createdAt: Date };

/** What can be set of a strategy. */
export type StrategyFacts = Pick<Strategy, 'title' | 'from' | 'until' | 'snapshotId'>;

const columns = 'id, entity_id as "entityId", title, from_day::text as "from", until_day::text as "until", snapshot_id as "snapshotId", revision, created_at as "createdAt"';

/** Begins a strategy, and gives its id. */
export async function insertStrategy(tx: Tx, entityId: EntityId, { title, from, until, snapshotId }: StrategyFacts, by: PersonId, now: Date): Promise<StrategyId> {
  const id: StrategyId = newId(now);
  await tx.rows('insert into planning.strategy (entity_id, id, title, from_day, until_day, snapshot_id, revision, created_at, created_by) values ($1, $2, $3, $4, $5, $6, 1, $7, $8)', [entityId, id, title, from, until, snapshotId, now, by]);
  return id;
}

/** A strategy of this entity, or a refusal. */
export async function getStrategy(db: Db, entityId: EntityId, id: StrategyId): Promise<Strategy> {
  const [row] = await db.rows<Strategy>(`select ${columns} from planning.strategy where entity_id = $1 and id = $2`, [entityId, id]);
  return row ?? refuse('strategy_not_found');
}

/** Sets what can be set, where nobody has changed it since that revision; whether it was so. */
export async function updateStrategy(tx: Tx, { entityId, id, revision }: Pick<Strategy, 'entityId' | 'id' | 'revision'>, { title, from, until, snapshotId }: StrategyFacts): Promise<boolean> {
  const rows = await tx.rows(`
    update planning.strategy set title = $4, from_day = $5, until_day = $6, snapshot_id = $7, revision = revision + 1
    where entity_id = $1 and id = $2 and revision = $3 returning 1`, [entityId, id, revision, title, from, until, snapshotId]);
  return rows.length > 0;
}

/** One line of the list. `version` is the newest frozen one. */
export type StrategyLine = Strategy & { readonly version: number | null; readonly procedures: number };

const listedMax = 100;

/** The strategies of an entity, the newest first. */
export const strategiesOf = (db: Db, entityId: EntityId): Promise<StrategyLine[]> => db.rows<StrategyLine>(`
  select ${columns}, (select max(v.number) from planning.strategy_version v where v.entity_id = s.entity_id and v.strategy_id = s.id) as version,
    (select count(*)::int from planning.strategy_solution o where o.entity_id = s.entity_id and o.strategy_id = s.id and o.place is not null) as procedures
  from planning.strategy s where entity_id = $1 order by id desc limit ${listedMax}`, [entityId]);

/** A chosen procedure with what was filled in of it. */
export type KeptSolution = { readonly procedureId: string; readonly answers: Answers; readonly revision: number };

/** The chosen procedures in their order. */
export const solutionsOf = (db: Db, entityId: EntityId, id: StrategyId): Promise<KeptSolution[]> =>
  db.rows<KeptSolution>('select procedure_id as "procedureId", answers, revision from planning.strategy_solution where entity_id = $1 and strategy_id = $2 and place is not null order by place', [entityId, id]);

/** Chooses these procedures, in this order, and no others; where nobody has changed the strategy since that revision. Whether it was so. */
export async function chooseProcedures(tx: Tx, { entityId, id, revision }: Pick<Strategy, 'entityId' | 'id' | 'revision'>, procedureIds: readonly string[]): Promise<boolean> {
  const rows = await tx.rows('update planning.strategy set revision = revision + 1 where entity_id = $1 and id = $2 and revision = $3 returning 1', [entityId, id, revision]);
  if (rows.length === 0) return false;
  await tx.rows('update planning.strategy_solution set place = null where entity_id = $1 and strategy_id = $2', [entityId, id]);
  await tx.rows(`
    insert into planning.strategy_solution (entity_id, strategy_id, procedure_id, place, answers, revision) select $1, $2, procedure_id, place, '{}', 1 from unnest($3::text[]) with ordinality as chosen (procedure_id, place)
    on conflict (entity_id, strategy_id, procedure_id) do update set place = excluded.place`, [entityId, id, procedureIds]);
  return true;
}

/** Keeps what was filled in of a solution, where nobody has changed it since; whether it was so. */
export async function updateSolution(tx: Tx, { entityId, id }: Pick<Strategy, 'entityId' | 'id'>, { procedureId, revision }: Pick<KeptSolution, 'procedureId' | 'revision'>, answers: Answers): Promise<boolean> {
  const rows = await tx.rows(`
    update planning.strategy_solution set answers = $5, revision = revision + 1
    where entity_id = $1 and strategy_id = $2 and procedure_id = $3 and revision = $4 and place is not null returning 1`, [entityId, id, procedureId, revision, JSON.stringify(answers)]);
  return rows.length > 0;
}
