import type { Answers } from '#modules/forms/index.ts';
import { rowsIn } from '../inventory/declared.ts';

/** How hard it looks to digitise a procedure, from 0 to 100, and what makes it so. */
export type Effort = { readonly points: number; readonly because: readonly string[] };

type Load = readonly [points: number, holds: (answers: Answers) => boolean, because: (answers: Answers) => string];

const countIn = (answers: Answers, group: string): number => rowsIn(answers, group).length;

// Points are ours: a first guess that leads the eye, not a budget.
const loads: readonly Load[] = [
  [25, ({ impedimento }) => impedimento === 'requiere_norma', () => 'hay que cambiar una norma'],
  [25, ({ sistema, digital }) => (sistema ?? '') === '' && digital !== 'habitual', () => 'no hay un sistema que lo apoye'],
  [15, (it) => countIn(it, 'pasos') > 6, (it) => `tiene ${countIn(it, 'pasos')} pasos`],
  [15, (it) => countIn(it, 'requisitos') > 5, (it) => `pide ${countIn(it, 'requisitos')} requisitos`],
  [10, ({ visitas }) => typeof visitas === 'number' && visitas > 1, ({ visitas }) => `obliga a ir ${String(visitas)} veces`],
  [10, ({ costo_formula: formula }) => typeof formula === 'string' && formula !== '', () => 'su costo se calcula'],
];

/** Estimates the effort from what the entry says. */
export function effortOf(answers: Answers): Effort {
  const found = loads.filter(([, holds]) => holds(answers));
  return { points: found.reduce((sum, [points]) => sum + points, 0), because: found.map(([, , because]) => because(answers)) };
}
