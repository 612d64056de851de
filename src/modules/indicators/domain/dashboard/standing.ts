import type { FrameGoal, Measured } from './frame.ts';

/** How a goal stands. */
export type Standing = 'reached' | 'near' | 'late' | 'on_the_way' | 'no_target' | 'no_basis' | 'not_measured' | 'unconfirmed';

/** What is aimed at in a year: from which value on it is near, and where it is reached. */
export type Target = { readonly year: number; readonly goal: number | null; readonly near: number | null };

/** The figure by which a goal is judged, whoever it is from. */
export type Judged = { readonly value: number | null };

/**
 * How a goal stands in a year. It is late only where somebody set a target for that year or before: the plan itself names one for its last year alone, and a
 * path to it that nobody set would be an invention. A goal whose text was lost is not judged at all.
 */
export function standingOf(goal: Pick<FrameGoal, 'fidelity'>, indicator: Pick<Measured, 'sense' | 'goal'> | undefined, figure: Judged | undefined, targets: readonly Target[], year: number): Standing {
  if (goal.fidelity === 'lost' || indicator?.goal?.state === 'unconfirmed') return 'unconfirmed';
  if (!indicator || !figure) return 'not_measured';
  if (figure.value === null) return 'no_basis';
  const aim = targetOf(indicator, targets, year);
  if (aim?.goal === null || aim === undefined) return 'no_target';
  const reaches = (value: number, at: number): boolean => (indicator.sense === 'higher' ? value >= at : value <= at);
  if (reaches(figure.value, aim.goal)) return 'reached';
  if (aim.year > year) return 'on_the_way';
  return aim.near !== null && reaches(figure.value, aim.near) ? 'near' : 'late';
}

/** The target of a year: that of the year itself, or the next one after it, or the last before; of the plan where nobody set any. */
export function targetOf({ goal }: Pick<Measured, 'goal'>, targets: readonly Target[], year: number): Target | undefined {
  const sorted = [...targets, ...(goal?.value === undefined || goal.year === undefined || targets.some((each) => each.year === goal.year) ? [] : [{ year: goal.year, goal: goal.value, near: null }])].sort((a, b) => a.year - b.year);
  return sorted.find((each) => each.year >= year) ?? sorted.at(-1);
}
