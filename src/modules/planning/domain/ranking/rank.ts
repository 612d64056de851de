import type { Answers } from '#modules/forms/index.ts';
import { criteria, type Criterion, type Weights } from './criteria.ts';

/** What is ranked. */
export type Candidate = { readonly procedureId: string; readonly slug: string; readonly name: string; readonly answers: Answers };

/** Whether the law lets it be digitised: the gate before every score (step 6 of the ten steps). */
export type Gate = 'open' | 'needs_norm' | 'closed' | 'unknown';

/** What one criterion gives to a score. `share` is the figure between 0 and 1; `points` what it adds, of a hundred. */
export type Part = { readonly key: string; readonly figure: number | undefined; readonly share: number; readonly points: number };

/** A procedure with its place. Whatever the law forbids has a score and no place. */
export type Ranked = {
  readonly procedureId: string; readonly slug: string; readonly name: string; readonly gate: Gate;
  readonly place: number | undefined;
  /** Of a hundred. */
  readonly score: number;
  readonly parts: readonly Part[];
  /** Criteria with a weight of which the entry says nothing: they count as nothing. */
  readonly unknown: readonly string[];
};

/** Ranks procedures by weighted criteria, best first; equals stay in the order in which they are given. The figures are scaled to the greatest of each criterion. */
export function rank(candidates: readonly Candidate[], weights: Weights): readonly Ranked[] {
  const tops = new Map(criteria.map((criterion) => [criterion.key, Math.max(0, ...candidates.map(({ answers }) => scaled(criterion, criterion.measure(answers)) ?? 0))]));
  const all = criteria.reduce((sum, { key }) => sum + (weights[key] ?? 0), 0);
  const scored = candidates.map((candidate) => scoreOf(candidate, weights, tops, all)).sort((a, b) => Number(a.gate === 'closed') - Number(b.gate === 'closed') || b.score - a.score);
  return scored.map((one, at) => ({ ...one, place: one.gate === 'closed' ? undefined : at + 1 }));
}

function scoreOf({ procedureId, slug, name, answers }: Candidate, weights: Weights, tops: ReadonlyMap<string, number>, all: number): Omit<Ranked, 'place'> {
  const parts = criteria.map((criterion): Part => {
    const figure = criterion.measure(answers), top = tops.get(criterion.key) ?? 0, share = top === 0 ? 0 : (scaled(criterion, figure) ?? 0) / top;
    return { key: criterion.key, figure, share, points: all === 0 ? 0 : (100 * share * (weights[criterion.key] ?? 0)) / all };
  });
  const unknown = criteria.filter(({ key }, at) => parts[at]?.figure === undefined && (weights[key] ?? 0) > 0).map(({ key }) => key);
  return { procedureId, slug, name, gate: gateOf(answers), score: parts.reduce((sum, { points }) => sum + points, 0), parts, unknown };
}

const scaled = ({ scale }: Criterion, figure: number | undefined): number | undefined => (figure === undefined ? undefined : scale === 'log' ? Math.log10(1 + Math.max(0, figure)) : Math.max(0, figure));

const gates: Readonly<Record<string, Gate>> = { sin_impedimento: 'open', requiere_norma: 'needs_norm', impedido: 'closed' };
const gateOf = ({ impedimento }: Answers): Gate => gates[String(impedimento)] ?? 'unknown';

/** Between which places a procedure would lie if any one weight were a fifth more or less. */
export type Spread = { readonly best: number; readonly worst: number };

const swing = 0.2;

/** How much the order hangs on the weights: each is moved by a fifth up and down, one at a time. */
export function sensitivity(candidates: readonly Candidate[], weights: Weights): ReadonlyMap<string, Spread> {
  const trials = [weights, ...criteria.flatMap(({ key }) => [1 + swing, 1 - swing].map((by) => ({ ...weights, [key]: (weights[key] ?? 0) * by })))];
  const spreads = new Map<string, Spread>();
  for (const trial of trials) {
    for (const { procedureId, place } of rank(candidates, trial)) {
      if (place === undefined) continue;
      const before = spreads.get(procedureId) ?? { best: place, worst: place };
      spreads.set(procedureId, { best: Math.min(before.best, place), worst: Math.max(before.worst, place) });
    }
  }
  return spreads;
}
