import type { Answers } from '#modules/forms/index.ts';
import { rowsIn } from '../inventory/declared.ts';

/** How hard it looks to digitise a procedure, from 0 to 100, and what makes it so; and what the entity says instead, where it knows better. */
export type Effort = { readonly points: number; readonly because: readonly string[]; readonly corrected?: Correction | undefined };

/** What the entity says of an effort, and why. */
export type Correction = { readonly points: number; readonly reason: string };

/** The effort that counts: what the entity says, else what was computed. */
export const effortPoints = ({ points, corrected }: Effort): number => corrected?.points ?? points;

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

/** Estimates the effort from what the entry says, beside what the entity says of it. */
export function effortOf(answers: Answers, corrected?: Correction): Effort {
  const found = loads.filter(([, holds]) => holds(answers));
  return { points: found.reduce((sum, [points]) => sum + points, 0), because: found.map(([, , because]) => because(answers)), ...(corrected ? { corrected } : {}) };
}
