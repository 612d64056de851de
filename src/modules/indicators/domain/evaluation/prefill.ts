import { discrepancyOf, type Pair } from '../dashboard/choose.ts';
import type { FrameGoal } from '../dashboard/frame.ts';
import type { EvaluatedGoal } from './evaluation.ts';

/** What an entity declared of a goal, at whatever step it is. */
export type DeclaredSoFar = { readonly indicator: string; readonly value: number | null; readonly state: string; readonly evidence: string };

/** The goals of an evaluation with what is counted and what is declared, filled in without anybody typing; what an entity has nothing of is left out. */
export const prefill = (goals: readonly FrameGoal[], pairs: ReadonlyMap<string, Pair>, declared: readonly DeclaredSoFar[]): readonly EvaluatedGoal[] => goals.flatMap(({ code, line }) => {
  const pair = pairs.get(code) ?? {}, said = declared.find(({ indicator }) => indicator === code);
  if (!pair.computed && !said) return [];
  const asDeclared = said && { num: null, den: null, value: said.value, origin: 'declared' as const, cutOff: new Date(0) };
  return [{
    code, line, computed: pair.computed?.value, declared: said?.value, discrepancy: discrepancyOf({ ...(pair.computed ? { computed: pair.computed } : {}), ...(asDeclared ? { declared: asDeclared } : {}) }),
    declaredState: said?.state, evidence: said?.evidence,
  }];
});
