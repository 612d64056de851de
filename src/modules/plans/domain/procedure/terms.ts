import { dueDate } from '#modules/calendars/index.ts';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { PlanTermRule } from './procedure.ts';
import type { PlanTerm, PlanWorld } from './types.ts';

/** The day from which a term counts; `undefined` where the national calendar does not name it yet. */
export function startOfTerm(rule: PlanTermRule, world: Pick<PlanWorld, 'now' | 'national'>, resolutionDay: LocalDate | undefined): LocalDate | undefined {
  if (rule.countsFrom === 'task') return localDateOf(world.now);
  return rule.countsFrom === 'resolution' ? resolutionDay : world.national[rule.countsFrom];
}

/** A term that begins on a day, by its rule. */
export function beginTerm(rule: PlanTermRule, from: LocalDate, world: PlanWorld): PlanTerm {
  const due = lastDay(rule, from, world);
  return { name: rule.name, from, originalDue: due, currentDue: due, metOn: null, daysLate: null };
}

/** The last day of a term counted from a day. */
function lastDay(rule: PlanTermRule, from: LocalDate, { calendars }: Pick<PlanWorld, 'calendars'>): LocalDate {
  const { due } = dueDate(rule, from, calendars[rule.place]);
  invariant(due, 'a term that nothing stops has a last day');
  return due;
}

/** The terms once what one of them demands was done today: late or not, it runs no more. */
export const meetTerm = (terms: readonly PlanTerm[], name: string | undefined, today: LocalDate): readonly PlanTerm[] =>
  terms.map((term) => (term.name === name && term.metOn === null ? { ...term, metOn: today, daysLate: daysLate(term, today) } : term));

/** Calendar days between the last day of a term and today; 0 while there is time. */
export const daysLate = ({ currentDue }: Pick<PlanTerm, 'currentDue'>, today: LocalDate): number => Math.max(0, Math.round((Date.parse(today) - Date.parse(currentDue)) / dayMillis));

const dayMillis = 86_400_000;

/** The terms by the working days that are known now: those that run move, and keep the date first given. The very same list where nothing moved. */
export function recompute(terms: readonly PlanTerm[], rules: Readonly<Record<string, PlanTermRule>>, world: PlanWorld): readonly PlanTerm[] {
  const after = terms.map((term) => {
    const rule = rules[term.name], due = rule === undefined || term.metOn !== null ? term.currentDue : lastDay(rule, term.from, world);
    return due === term.currentDue ? term : { ...term, currentDue: due };
  });
  return after.every((term, index) => term === terms[index]) ? terms : after;
}

/** The term that runs; a plan has at most one. */
export const runningTerm = (terms: readonly PlanTerm[]): PlanTerm | undefined => terms.find(({ metOn }) => metOn === null);
