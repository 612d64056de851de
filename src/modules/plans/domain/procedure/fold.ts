import type { PlanFact, PlanProcess } from './types.ts';

/** A plan to which nothing has happened: a draft. */
export const untouched: PlanProcess = {
  state: 'draft', flow: null, task: null, done: [], round: 0, registered: null, observations: [], opinions: [], terms: [], approval: null, resolution: null,
};

/** A plan after one more fact. The fact says everything that is different; nothing is computed again. */
export const applyPlanFact = (process: PlanProcess, fact: PlanFact): PlanProcess => ({ ...process, ...fact.then });

/** A plan after all its facts, in order. */
export const foldPlanFacts = (facts: readonly PlanFact[]): PlanProcess => facts.reduce(applyPlanFact, untouched);
