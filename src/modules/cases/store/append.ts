import type { Db } from '#kernel/db/index.ts';
import { outboxJson, type OutboxMessage } from '#kernel/outbox/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { chainFact } from '../domain/chain.ts';
import { applyFact } from '../domain/fold.ts';
import { caseDue, taskDue } from '../domain/terms.ts';
import { cancelledKeys, outboxOf } from '../events.ts';
import type { Case, CaseState, Decided, Definition, Task } from '../domain/types.ts';

/** What is written beside the decision: the answers when they changed, and the key of an idempotent command. */
export type Appending = { readonly commandKey?: string; readonly answers?: Answers; readonly also?: readonly OutboxMessage[] };

/**
 * Writes a decided event in one statement: fact, case, tasks, audit, outbox. Gives the case's new number of facts,
 * or `undefined` when somebody else was faster and the event must be decided again.
 */
export async function appendDecided(db: Db, definition: Definition, current: Case, decided: Decided, extra: Appending = {}): Promise<number | undefined> {
  const state = applyFact(current.state, decided.fact);
  const fact = chainFact({ case: current.id }, current.seq + 1, current.head, decided.fact);
  const [row] = await db.rows<{ seq: number }>('select cases.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as seq', [
    current.entityId, current.id, current.seq, extra.commandKey ?? null, JSON.stringify(fact),
    JSON.stringify(rowOf(definition, current, state, decided, extra.answers)), JSON.stringify(taskRows(definition, current.state, state)),
    goneTasks(current.state, state), outboxJson([...outboxOf(current, definition, decided, state), ...(extra.also ?? [])]), cancelledKeys(current.id, decided),
    JSON.stringify({ person_id: decided.fact.by.id, role: decided.fact.by.kind, action: `case.${decided.fact.type}` }),
  ]);
  return row === undefined || row.seq < 0 ? undefined : row.seq;
}

function rowOf(definition: Definition, current: Case, state: CaseState, { fact }: Decided, answers: Answers | undefined): Record<string, unknown> {
  const always = { status: state.status, due: caseDue(definition, state.terms), state, at: fact.at, closed_at: state.closedAt ?? null, slug: definition.slug, number: current.number, title: definition.name, applicant_name: current.applicant.name };
  if (current.seq > 0) return answers === undefined ? always : { ...always, answers };
  return {
    ...always, procedure_id: definition.procedureId, version: definition.version, applicant_id: current.applicantId, applicant: current.applicant,
    confidential: definition.confidential, answers: current.answers,
  };
}

const goneTasks = (before: CaseState, after: CaseState): string[] =>
  before.tasks.filter((task) => !after.tasks.some((other) => other.key === task.key)).map((task) => task.key);

// Tasks whose case changed its state or whose legal date moved are written too, because the queue shows both.
function taskRows(definition: Definition, before: CaseState, after: CaseState) {
  const isChanged = (task: Task) => after.status !== before.status || !before.tasks.includes(task) || taskDue(definition, before, task) !== taskDue(definition, after, task);
  return after.tasks.filter(isChanged).map((task) => taskRow(task, taskDue(definition, after, task)));
}

const taskRow = (task: Task, due: string | null) => ({
  key: task.key, unit: task.unit, element: task.element, name: task.name, kind: task.kind, assignee_id: task.assignee?.id ?? null,
  assignee: task.assignee?.name ?? null, due, opened_at: task.openedAt,
});
