import type { TagColour } from '#kernel/html/components.ts';
import { tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { sayDay, type LocalDate } from '#kernel/clock.ts';
import { daysBetween, type Call } from '../../domain/ninety-days/programme.ts';
import { stateNames, type Step, type StepState } from '../../domain/ninety-days/step.ts';

const colours: Readonly<Record<StepState, TagColour>> = { 'pendiente': 'grey', 'en-curso': 'blue', 'hecho': 'green' };

/** How a step goes, and that it is late where its day has passed. */
export const stepTag = ({ state, due }: Pick<Step, 'state' | 'due'>, today: LocalDate): Html =>
  html`${tag({ text: stateNames[state], colour: colours[state] })}${state !== 'hecho' && due < today && html` ${tag({ text: 'Atrasado', colour: 'red' })}`}`;

/** Why something calls for somebody. */
export function sayCall({ why, due }: Call, today: LocalDate): string {
  if (why === 'no_evidence') return 'Terminado sin ninguna evidencia';
  if (why === 'ends_before_it_begins' || due === undefined) return 'Termina antes de empezar: corrija las fechas';
  const late = daysBetween(due, today);
  return `${late === 1 ? 'Un día' : `${late} días`} de atraso: era para el ${sayDay(due)}`;
}
