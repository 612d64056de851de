import { judgedOf, type Pair, type ShownFigure } from './choose.ts';
import { findGoal, type Board, type FrameGoal, type Measured } from './frame.ts';
import { standingOf, targetOf, type Standing, type Target } from './standing.ts';

/** A goal with everything that is known of it in a year. */
export type GoalRow = {
  readonly goal: FrameGoal; readonly indicator: Measured | undefined; readonly pair: Pair;
  /** The figure by which it is judged. */
  readonly figure: ShownFigure | undefined;
  readonly target: Target | undefined; readonly standing: Standing;
  /** Computed values by month, the oldest first. */
  readonly course: readonly (number | null)[];
};

/** What was read for some goals: figures of the year, targets and courses, by indicator. */
export type Read = { readonly pairs: ReadonlyMap<string, Pair>; readonly targets: ReadonlyMap<string, readonly Target[]>; readonly courses: ReadonlyMap<string, readonly (number | null)[]> };

/** Goals with what was read of them, in the order of the plan. */
export const rowsOf = (board: Board, goals: readonly FrameGoal[], { pairs, targets, courses }: Read, year: number): readonly GoalRow[] => goals.map((goal) => {
  const indicator = findGoal(board, goal.code)?.indicator, pair = pairs.get(goal.code) ?? {}, figure = indicator && judgedOf(indicator, pair), aims = targets.get(goal.code) ?? [];
  return { goal, indicator, pair, figure, target: indicator && goal.fidelity !== 'lost' ? targetOf(indicator, aims, year) : undefined, standing: standingOf(goal, indicator, figure, aims, year), course: courses.get(goal.code) ?? [] };
});

/** The codes of goals, as the indicators that measure them have them. */
export const codesOf = (goals: readonly FrameGoal[]): readonly string[] => goals.map(({ code }) => code);
