import type { Calendar } from '#modules/calendars/index.ts';
import type { Tx } from '#kernel/db/index.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { scheduleOf } from '../../domain/schedule/of-plan.ts';
import { insertBaseline } from '../../store/plan/follow-up.ts';
import type { Writer } from '../../store/plan/plans.ts';

/** Keeps the dates of a plan's tasks as they are by this calendar: what comes later is compared with them. Called in the transaction that approves the plan; the first dates stay. */
export async function keepBaseline(tx: Tx, writer: Writer, plan: Plan, calendar: Calendar): Promise<void> {
  const { tasks } = scheduleOf(plan, plan.content, calendar);
  if (tasks.length > 0) await insertBaseline(tx, writer, plan, calendar.revision, tasks.map(({ code, from, to }) => ({ code, from, to })));
}
