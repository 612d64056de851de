import type { Board } from '../../domain/dashboard/frame.ts';
import type { EvaluatedGoal } from '../../domain/evaluation/evaluation.ts';
import { isKeyOf } from '#kernel/tables.ts';
import { stateNames } from '../../domain/declared/declaration.ts';
import { sayFigure } from '../words.ts';

const number = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** A goal of an evaluation in words: what is measured, computed, declared, how far apart they are, and what shows it. */
export function evaluatedCells({ code, computed, declared, discrepancy, declaredState, evidence }: EvaluatedGoal, { indicators }: Board): readonly [name: string, computed: string, declared: string, gap: string, evidence: string] {
  const indicator = indicators.find((each) => each.code === code), say = (value: number | null | undefined): string => (value === undefined ? '—' : sayFigure(indicator ?? { unit: '' }, value));
  const state = declaredState !== undefined && declaredState !== 'accepted' && isKeyOf(stateNames, declaredState) ? ` (${stateNames[declaredState].toLowerCase()})` : '';
  return [indicator?.name ?? '', say(computed), `${say(declared)}${state}`, discrepancy === undefined ? '—' : discrepancy === 0 ? 'Ninguna' : `${discrepancy > 0 ? '+' : '−'}${number.format(Math.abs(discrepancy))}`, evidence ?? '—'];
}
