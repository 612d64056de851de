import type { Db, Tx } from '#kernel/db/index.ts';
import type { Id, PersonId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Spending } from '../../domain/plan/budget.ts';
import type { FollowUpDetail, FollowUpNote } from '../../domain/plan/follow-up.ts';
import type { PlanHead } from '../../domain/plan/plan.ts';
import type { Writer } from './plans.ts';

/** How far a task is, in percent, as it was last reported. */
export type Progress = { readonly percent: number; readonly at: Date };

/** What was reported of a plan, and the dates that were approved with it, by the code of the task. */
export type FollowUp = {
  readonly notes: readonly FollowUpNote[]; readonly progress: ReadonlyMap<string, Progress>; readonly spendings: readonly Spending[]; readonly baseline: ReadonlyMap<string, { readonly from: LocalDate; readonly to: LocalDate }>;
};

const reportsMax = 2_000;

type Row = { readonly at: Date; readonly by: PersonId | null } & FollowUpDetail;

/** Everything that was reported of a plan: notes the newest first, the last word on each task, all that was spent. */
export async function followUpOf(db: Db, { entityId, id }: Pick<PlanHead, 'entityId' | 'id'>): Promise<FollowUp> {
  const rows = await db.rows<Row>(`select kind, detail, at, by from plans.follow_up where entity_id = $1 and plan_id = $2 order by at desc, id desc limit ${reportsMax}`, [entityId, id]);
  const [base] = await db.rows<{ tasks: readonly { code: string; from: LocalDate; to: LocalDate }[] }>('select tasks from plans.baseline where entity_id = $1 and plan_id = $2', [entityId, id]);
  return {
    notes: rows.flatMap((row) => (row.kind === 'note' ? [{ ...row.detail, at: row.at }] : [])),
    progress: new Map(rows.toReversed().flatMap((row) => (row.kind === 'progress' ? [[row.detail.task, { percent: row.detail.percent, at: row.at }] as const] : []))),
    spendings: rows.flatMap((row) => (row.kind === 'spending' ? [row.detail] : [])),
    baseline: new Map((base?.tasks ?? []).map((task) => [task.code, task] as const)),
  };
}

export type FollowUpId = Id<'follow-up'>;

/** Writes a report; whether it was not there already. */
export const insertFollowUp = async (tx: Tx, { entityId, by, now }: Writer, plan: Pick<PlanHead, 'id'>, id: FollowUpId, { kind, detail }: FollowUpDetail): Promise<boolean> =>
  (await tx.rows('insert into plans.follow_up (entity_id, plan_id, id, kind, detail, at, by) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id', [entityId, plan.id, id, kind, JSON.stringify(detail), now, by])).length > 0;

/** A task with the days that were approved. */
type ApprovedTask = { readonly code: string; readonly from: LocalDate; readonly to: LocalDate };

/** Keeps the dates of a plan as they are approved; those that were kept first stay. */
export const insertBaseline = (tx: Tx, { entityId, by, now }: Writer, { id }: Pick<PlanHead, 'id'>, calendarRevision: number, tasks: readonly ApprovedTask[]): Promise<unknown> =>
  tx.rows('insert into plans.baseline (entity_id, plan_id, calendar_revision, tasks, at, by) values ($1, $2, $3, $4, $5, $6) on conflict (entity_id, plan_id) do nothing', [entityId, id, calendarRevision, JSON.stringify(tasks), now, by]);
