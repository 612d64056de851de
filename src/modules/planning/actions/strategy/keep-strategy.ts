import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { refuse } from '../../errors.ts';
import { chooseProcedures, insertStrategy, updateSolution, updateStrategy, type KeptSolution, type Strategy, type StrategyFacts, type StrategyId } from '../../store/strategy/strategies.ts';
import type { Planner } from '../keep-entry.ts';

/** How the audit names a strategy. */
export const subjectOf = (id: StrategyId): string => `strategy:${id}`;

/** Begins a strategy of the planner's entity; gives its id. */
export const beginStrategy = (db: Db, planner: Planner, facts: StrategyFacts, now: Date): Promise<StrategyId> => db.transaction(async (tx) => {
  const id = await insertStrategy(tx, planner.entityId, facts, planner.id, now);
  await audit(tx, { action: 'planning.strategy_begun', subject: subjectOf(id), person: planner, at: now });
  return id;
});

/** Sets title, days and order of a strategy; refuses where somebody else has changed them since they were read. */
export const changeStrategy = (db: Db, planner: Planner, strategy: Strategy, facts: StrategyFacts, now: Date): Promise<void> => db.transaction(async (tx) => {
  if (!await updateStrategy(tx, strategy, facts)) refuse('strategy_changed');
  await audit(tx, { action: 'planning.strategy_changed', subject: subjectOf(strategy.id), person: planner, at: now });
});

/** Sets which procedures a strategy takes, in their order; refuses where somebody else has changed it since it was read. */
export const chooseSolutions = (db: Db, planner: Planner, strategy: Strategy, procedureIds: readonly string[], now: Date): Promise<void> => db.transaction(async (tx) => {
  if (!await chooseProcedures(tx, strategy, procedureIds)) refuse('strategy_changed');
  await audit(tx, { action: 'planning.strategy_solutions_chosen', subject: subjectOf(strategy.id), person: planner, detail: { procedures: procedureIds }, at: now });
});

/** Keeps the stages and the estimate of a solution. Gives whether it was kept: not where somebody else has changed them since they were read, whose answers stay. */
export const keepSolution = (db: Db, planner: Planner, strategy: Strategy, solution: Pick<KeptSolution, 'procedureId' | 'revision'>, answers: Answers, now: Date): Promise<boolean> => db.transaction(async (tx) => {
  if (!await updateSolution(tx, strategy, solution, answers)) return false;
  await audit(tx, { action: 'planning.strategy_solution_changed', subject: subjectOf(strategy.id), person: planner, detail: { procedure: solution.procedureId }, at: now });
  return true;
});
