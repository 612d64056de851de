import type { Answers } from '#modules/forms/index.ts';
import { addDays, type LocalDate } from '#kernel/clock.ts';
import type { EntityId, Id } from '#kernel/ids.ts';
import { activitiesIn, communicationIn, trainingIn, type Doing } from './plans.ts';
import { nextDueOf, type KeyResult } from './results.ts';
import { programmeDays, type Step } from './step.ts';

export type ProgrammeId = Id<'programme'>;

/** A programme of ninety days of an entity. */
export type Programme = {
  readonly entityId: EntityId; readonly id: ProgrammeId; readonly name: string; readonly start: LocalDate;
  /** What its parts hold, under the ids of their form. */
  readonly answers: Answers;
  readonly revision: number;
};

/** A programme with all that belongs to it, on a day. */
export type Whole = { readonly programme: Programme; readonly entity: { readonly name: string }; readonly steps: readonly Step[]; readonly results: readonly KeyResult[]; readonly today: LocalDate };

/** Where a programme stands on a day: the day of the programme (below 1 before it begins, above 90 after it), its last day, and steps that are done and should be. */
export type Standing = { readonly day: number; readonly lastDay: LocalDate; readonly done: number; readonly expected: number };

/** Where a programme stands today. */
export const standingOf = (start: LocalDate, steps: readonly Step[], today: LocalDate): Standing => ({
  day: daysBetween(start, today) + 1, lastDay: addDays(start, programmeDays - 1), done: steps.filter(({ state }) => state === 'hecho').length, expected: steps.filter(({ due }) => due < today).length,
});

/** Calendar days from one day to another, negative where it lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Something that calls for somebody: what, who answers for it, by when, and where it is kept (`step:4`, `part:actividades`, `result:<id>`). */
export type Call = { readonly what: string; readonly who: string; readonly due?: LocalDate; readonly why: 'late' | 'no_evidence' | 'ends_before_it_begins'; readonly where: string };

/** What is late today, or contradicts itself: computed each time and never written down. The longest late first. */
export function callsOf({ answers, start }: Pick<Programme, 'answers' | 'start'>, steps: readonly Step[], results: readonly KeyResult[], today: LocalDate): readonly Call[] {
  const late = (call: Omit<Call, 'why'> & { readonly due: LocalDate }): readonly Call[] => (call.due < today ? [{ ...call, why: 'late' }] : []);
  const undone = (part: string, list: readonly Doing[]): readonly Call[] => list.flatMap(({ what, responsible, day, isDone }) => (day === undefined || isDone ? [] : late({ what, who: responsible, due: day, where: `part:${part}` })));
  const all: readonly Call[] = [
    ...steps.flatMap(({ number, title, responsible, due, state }) => (state === 'hecho' ? [] : late({ what: `Paso ${number}: ${title}`, who: responsible, due, where: `step:${number}` }))),
    ...activitiesIn(answers).flatMap(({ name, responsible, end, progress }) => (end === undefined || progress >= 100 ? [] : late({ what: name, who: responsible, due: end, where: 'part:actividades' }))),
    ...undone('capacitacion', trainingIn(answers)), ...undone('comunicacion', communicationIn(answers)),
    ...results.flatMap((result) => late({ what: `Medir: ${result.name}`, who: result.responsible, due: nextDueOf(result, start), where: `result:${result.id}` })),
  ];
  return [...all.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1)), ...contradictions(answers, steps)];
}

const contradictions = (answers: Answers, steps: readonly Step[]): readonly Call[] => [
  ...steps.flatMap(({ number, title, responsible, state, evidence }): Call[] => (state === 'hecho' && evidence.length === 0 ? [{ what: `Paso ${number}: ${title}`, who: responsible, why: 'no_evidence', where: `step:${number}` }] : [])),
  ...activitiesIn(answers).flatMap(({ name, responsible, start, end }): Call[] => (start !== undefined && end !== undefined && end < start ? [{ what: name, who: responsible, why: 'ends_before_it_begins', where: 'part:actividades' }] : [])),
];
