import type { Answers } from '#modules/forms/index.ts';
import { addDays, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { rowsIn, textIn } from '../inventory/declared.ts';

/** How long a programme lasts («los primeros 90 días», 10 pasos para iniciar la digitalización de trámites y servicios). */
export const programmeDays = 90;

/** One of the ten steps as the method means it; `dueDay` counts from 1, `part` is where the programme keeps what it delivers, `room` another place of the site. */
export type StepMeant = {
  readonly number: number; readonly dueDay: number; readonly title: string; readonly deliverable: string; readonly does: string;
  readonly part?: string; readonly room?: { readonly href: string; readonly name: string };
};

/** How a step goes. Being late is no state: it follows from the day. */
export type StepState = 'pendiente' | 'en-curso' | 'hecho';

/** States as people read them. */
export const stateNames = { 'pendiente': 'No ha empezado', 'en-curso': 'En curso', 'hecho': 'Terminado' } as const satisfies Record<StepState, string>;

/** With what somebody shows that a step was taken. */
export type Evidence = { readonly document: string; readonly reference: string; readonly link: string };

/** A step of one programme: what the method means, and what the entity says. */
export type Step = StepMeant & {
  readonly state: StepState; readonly responsible: string; readonly due: LocalDate; readonly evidence: readonly Evidence[]; readonly note: string;
  /** What the form of the step holds. */
  readonly answers: Answers;
  /** 0 while nobody has touched it. */
  readonly revision: number;
};

/** What was kept of a step. */
export type StepKept = { readonly number: number; readonly answers: Answers; readonly revision: number };

/** The ten steps of a programme that began on a day; those that nobody has touched end when the method proposes. */
export const stepsOf = (meant: readonly StepMeant[], start: LocalDate, kept: readonly StepKept[]): readonly Step[] => meant.map((step) => {
  const due = addDays(start, step.dueDay - 1), { answers, revision } = kept.find(({ number }) => number === step.number) ?? { answers: { estado: 'pendiente', plazo: due }, revision: 0 };
  return {
    ...step, answers, revision, state: stateIn(answers), responsible: textIn(answers, 'responsable'), due: parseLocalDate(textIn(answers, 'plazo')) ?? due, note: textIn(answers, 'nota'),
    evidence: rowsIn(answers, 'evidencias').map((row) => ({ document: said(row.documento), reference: said(row.referencia), link: said(row.enlace) })),
  };
});

/** How a step goes, by its answers. */
export const stateIn = (answers: Answers): StepState => (answers.estado === 'hecho' || answers.estado === 'en-curso' ? answers.estado : 'pendiente');

const said = (value: unknown): string => (typeof value === 'string' ? value : '');
