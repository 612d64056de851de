import type { Weights } from './criteria.ts';
import { effortOf, effortPoints, type Correction } from './effort.ts';
import { rank, type Candidate, type Part } from './rank.ts';

/** One line of a frozen order. `why` has what each criterion gave, `effort` how hard it looked; orders that were frozen before these were kept have neither. */
export type FrozenLine = { readonly procedureId: string; readonly name: string; readonly place: number | null; readonly score: number; readonly why?: readonly FrozenPart[]; readonly effort?: number };

/** What one criterion gave to a frozen score. */
export type FrozenPart = Pick<Part, 'key' | 'points'> & { readonly figure?: number };

/** The order of now, as it is to be kept: with what made it so. `corrections` are the efforts that the entity set. */
export function frozenLines(candidates: readonly Candidate[], weights: Weights, corrections: ReadonlyMap<string, Correction>): readonly FrozenLine[] {
  const answers = new Map(candidates.map((one) => [one.procedureId, one.answers]));
  return rank(candidates, weights).map(({ procedureId, name, place, score, parts }) => ({
    procedureId, name, place: place ?? null, score, effort: effortPoints(effortOf(answers.get(procedureId) ?? {}, corrections.get(procedureId))),
    why: parts.filter(({ points }) => points > 0).map(({ key, figure, points }) => ({ key, points, ...(figure === undefined ? {} : { figure }) })),
  }));
}
