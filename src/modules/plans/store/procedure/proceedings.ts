import { chainFact, genesis, type ChainedFact } from '#modules/cases/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Plan, PlanId } from '../../domain/plan/plan.ts';
import { applyPlanFact, untouched } from '../../domain/procedure/fold.ts';
import { runningTerm } from '../../domain/procedure/terms.ts';
import type { PlanFact, PlanProcess, Proceeding } from '../../domain/procedure/types.ts';
import { refuse } from '../../errors.ts';
import { headColumns } from '../plan/plans.ts';

/** A plan with what it says, whose it is, and how far it has come. */
export type Standing = { readonly plan: Plan; readonly proceeding: Proceeding };

type Row = Plan & { readonly seq: number | null; readonly chainHead: string | null; readonly process: PlanProcess | null };

async function findStanding(db: Db, id: PlanId): Promise<Standing | undefined> {
  const [row] = await db.rows<Row>(`
    select ${headColumns}, p.content, s.seq, s.head as "chainHead", s.process from plans.plan p left join plans.procedure s on s.entity_id = p.entity_id and s.plan_id = p.id where p.id = $1`, [id]);
  if (row === undefined) return undefined;
  const { seq, chainHead, process, ...plan } = row;
  return { plan, proceeding: { entityId: plan.entityId, id, version: plan.version, seq: seq ?? 0, head: chainHead ?? genesis, process: process ?? untouched } };
}

/** A plan of any entity as it stands, or a refusal. Who may see it is for the caller to ask. */
export const getStanding = async (db: Db, id: PlanId | undefined): Promise<Standing> => (id && await findStanding(db, id)) ?? refuse('plan_not_found');

/** Whether a command with this key was carried out on a plan. */
export const wasDone = async (db: Db, { entityId, id }: Pick<Proceeding, 'entityId' | 'id'>, key: string): Promise<boolean> =>
  (await db.rows('select 1 from plans.command where entity_id = $1 and plan_id = $2 and key = $3', [entityId, id, key])).length > 0;

/**
 * Writes a fact in one statement: the command's key, where the plan stands, its state and dates, and the fact itself. `false` where the plan is no longer
 * the one that was decided about; the caller's transaction must then be given up.
 */
export async function appendPlanFact(tx: Tx, { plan, proceeding }: Standing, fact: PlanFact, key: string): Promise<boolean> {
  const process = applyPlanFact(proceeding.process, fact), link = chainFact({ plan: plan.id }, proceeding.seq + 1, proceeding.head, fact);
  const written = await tx.rows(appending, [
    plan.entityId, plan.id, proceeding.seq, key, link.hash, JSON.stringify(process), process.task?.element ?? null, runningTerm(process.terms)?.currentDue ?? null, fact.at,
    plan.state, plan.revision, process.state, JSON.stringify(columnsOf(fact, plan)), link.type, link.text,
  ]);
  return written.length > 0;
}

const appending = `
  with command as (insert into plans.command (entity_id, plan_id, key, seq) values ($1, $2, $4, $3::int + 1) on conflict do nothing returning seq),
  stands as (
    insert into plans.procedure as s (entity_id, plan_id, seq, head, process, element, due, updated_at) select $1, $2, seq, $5, $6, $7, $8::date, $9::timestamptz from command
    on conflict (entity_id, plan_id) do update set seq = excluded.seq, head = excluded.head, process = excluded.process, element = excluded.element, due = excluded.due, updated_at = excluded.updated_at where s.seq = $3 returning s.seq),
  moved as (
    update plans.plan p set state = $12, registered_at = coalesce(c.registered_at, p.registered_at), conformed_at = coalesce(c.conformed_at, p.conformed_at), approved_at = coalesce(c.approved_at, p.approved_at),
      authority_approved_at = coalesce(c.authority_approved_at, p.authority_approved_at), in_force_at = coalesce(c.in_force_at, p.in_force_at), published_at = coalesce(c.published_at, p.published_at),
      replaced_at = coalesce(c.replaced_at, p.replaced_at), code = coalesce(c.code, p.code), sha256 = coalesce(c.sha256, p.sha256), confidential = coalesce(c.confidential, p.confidential)
    from stands, jsonb_to_record($13) as c(registered_at timestamptz, conformed_at timestamptz, approved_at timestamptz, authority_approved_at timestamptz, in_force_at timestamptz, published_at timestamptz, replaced_at timestamptz, code text, sha256 text, confidential boolean)
    where p.entity_id = $1 and p.id = $2 and p.state = $10 and p.revision = $11 returning stands.seq)
  insert into plans.fact (entity_id, plan_id, seq, type, at, text, hash) select $1, $2, seq, $14, $9::timestamptz, $15, $5 from moved returning seq`;

/** What a fact writes into the columns of the plan that others read. */
function columnsOf({ type, at, then, data }: PlanFact, plan: Plan): Readonly<Record<string, unknown>> {
  switch (type) {
    case 'registered': return { registered_at: at };
    case 'conformed': return { conformed_at: at };
    case 'approved': return { approved_at: at, code: then.approval?.code, sha256: then.approval?.sha256 };
    case 'authority_approved': return { authority_approved_at: at, confidential: data.confidential };
    case 'resolution_registered': return { in_force_at: at, ...(plan.confidential || plan.isExample ? {} : { published_at: at }) };
    case 'superseded': return { replaced_at: at };
    default: return {};
  }
}

/** The facts of a plan in order, as they were chained. */
export const planFacts = (db: Db, entityId: EntityId, id: PlanId): Promise<ChainedFact[]> =>
  db.rows<ChainedFact>('select seq, type, text, hash from plans.fact where entity_id = $1 and plan_id = $2 order by seq', [entityId, id]);

/** A fact read back from its canonical text. */
export const planFactIn = ({ text }: Pick<ChainedFact, 'text'>): PlanFact => JSON.parse(text);
