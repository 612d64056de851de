import type { Answers } from '#modules/forms/index.ts';
import type { Spending } from './budget.ts';
import { cell, figure } from './content.ts';
import type { PlanHead } from './plan.ts';

/** What was done in a quarter, what comes next, and what threatens it. */
export type Note = { readonly year: number; readonly quarter: string; readonly done: string; readonly next: string; readonly risks: string };

/** A note with when it was written. */
export type FollowUpNote = Note & { readonly at: Date };

/** A report on a plan: a note on a quarter, how far a task is (percent), or what was spent on a line of the budget (centavos). */
export type FollowUpDetail =
  | { readonly kind: 'note'; readonly detail: Note }
  | { readonly kind: 'progress'; readonly detail: { readonly task: string; readonly percent: number } }
  | { readonly kind: 'spending'; readonly detail: Spending & { readonly day: string; readonly about: string } };

/** The kinds of report by the word that their address has. */
export type ReportPage = 'nota' | 'avance' | 'gasto';

/** Whether reports are made on it: an approved plan is an official document, subject to execution and follow-up (national plan 2025-2028, cap. VI). */
export const isFollowed = ({ state }: Pick<PlanHead, 'state'>): boolean => state === 'in_force';

/** A report from the answers of its page; `code` is that of the task or the line of the budget. */
export function reportOf(page: ReportPage, code: string, answers: Answers): FollowUpDetail {
  if (page === 'avance') return { kind: 'progress', detail: { task: code, percent: figure(answers, 'porcentaje') ?? 0 } };
  if (page === 'gasto') return { kind: 'spending', detail: { item: code, amountMinor: figure(answers, 'monto') ?? 0, day: cell(answers, 'dia'), about: cell(answers, 'detalle') } };
  return { kind: 'note', detail: { year: figure(answers, 'anio') ?? 0, quarter: cell(answers, 'trimestre'), done: cell(answers, 'hecho'), next: cell(answers, 'sigue'), risks: cell(answers, 'riesgos') } };
}
