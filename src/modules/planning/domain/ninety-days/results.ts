import type { Answers } from '#modules/forms/index.ts';
import { addDays, type LocalDate } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { numberIn, textIn } from '../inventory/declared.ts';

export type ResultId = Id<'programme-result'>;

/** How often a result is measured, the longest time between two values in days, and how it is said. */
export const cadences = { semanal: { days: 7, name: 'Cada semana' }, mensual: { days: 31, name: 'Cada mes' }, anual: { days: 366, name: 'Cada año' } } as const;

/** A value of a result on a day. */
export type Measure = { readonly day: LocalDate; readonly value: number; readonly note: string; readonly byName: string };

/** A key result of an objective, with its values by day, the oldest first. */
export type KeyResult = {
  readonly id: ResultId; readonly answers: Answers; readonly revision: number;
  readonly objective: string; readonly name: string; readonly unit: string; readonly from: number; readonly goal: number; readonly cadence: keyof typeof cadences; readonly responsible: string;
  readonly measures: readonly Measure[];
};

/** What was kept of a key result; of two measures on one day the later one, which comes last, counts. */
export type ResultKept = { readonly id: ResultId; readonly answers: Answers; readonly revision: number };

/** A key result with its values. */
export function resultOf({ id, answers, revision }: ResultKept, measures: readonly Measure[]): KeyResult {
  const cadence = answers.cadencia === 'mensual' || answers.cadencia === 'anual' ? answers.cadencia : 'semanal', byDay = new Map(measures.map((measure) => [measure.day, measure]));
  return {
    id, answers, revision, cadence, objective: textIn(answers, 'objetivo'), name: textIn(answers, 'nombre'), unit: textIn(answers, 'unidad'), from: numberIn(answers, 'desde') ?? 0, goal: numberIn(answers, 'meta') ?? 0,
    responsible: textIn(answers, 'responsable'), measures: [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** How much of the way from where it began to its goal a result has gone, in percent between 0 and 100; nothing without a value. A goal below the beginning is reached by going down. */
export function reachedOf({ from, goal, measures }: Pick<KeyResult, 'from' | 'goal' | 'measures'>): number | undefined {
  const last = measures.at(-1);
  if (last === undefined) return undefined;
  if (goal === from) return last.value === goal ? 100 : 0;
  return Math.round(Math.max(0, Math.min(1, (last.value - from) / (goal - from))) * 100);
}

/** The day on which the next value of a result is due: one period after the last, or after the programme began. */
export const nextDueOf = ({ cadence, measures }: Pick<KeyResult, 'cadence' | 'measures'>, start: LocalDate): LocalDate => addDays(measures.at(-1)?.day ?? start, cadences[cadence].days);
