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
  const measured = measure(candidates), all = sumOf(weights);
  const scored = candidates.map((candidate, at) => scoreOf(candidate, at, measured, weights, all)).sort((a, b) => Number(a.gate === 'closed') - Number(b.gate === 'closed') || b.score - a.score);
  return scored.map((one, at) => ({ ...one, place: one.gate === 'closed' ? undefined : at + 1 }));
}

/** What each criterion says of each candidate: the figure, and its share of the greatest. Measured once, however often the weights move. */
type Measured = readonly { readonly key: string; readonly figures: readonly (number | undefined)[]; readonly shares: Float64Array }[];

function measure(candidates: readonly Candidate[]): Measured {
  return criteria.map((criterion) => {
    const figures = candidates.map(({ answers }) => criterion.measure(answers)), shares = Float64Array.from(figures, (figure) => scaled(criterion, figure) ?? 0);
    const top = shares.reduce((most, one) => Math.max(most, one), 0);
    return { key: criterion.key, figures, shares: top === 0 ? shares : shares.map((one) => one / top) };
  });
}

const sumOf = (weights: Weights): number => criteria.reduce((sum, { key }) => sum + (weights[key] ?? 0), 0);
const pointsOf = (share: number, weight: number | undefined, all: number): number => (all === 0 ? 0 : (100 * share * (weight ?? 0)) / all);

function scoreOf({ procedureId, slug, name, answers }: Candidate, at: number, measured: Measured, weights: Weights, all: number): Omit<Ranked, 'place'> {
  const parts = measured.map(({ key, figures, shares }): Part => { const share = shares[at] ?? 0; return { key, figure: figures[at], share, points: pointsOf(share, weights[key], all) }; });
  const unknown = parts.filter(({ key, figure }) => figure === undefined && (weights[key] ?? 0) > 0).map(({ key }) => key);
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
  const open = candidates.filter(({ answers }) => gateOf(answers) !== 'closed'), measured = sharesOf(open, measure(candidates), candidates);
  const trials = [weights, ...criteria.flatMap(({ key }) => [1 + swing, 1 - swing].map((by) => ({ ...weights, [key]: (weights[key] ?? 0) * by })))];
  const best = new Uint32Array(open.length).fill(open.length), worst = new Uint32Array(open.length);
  for (const trial of trials) placesBy(measured, trial, open.length).forEach((place, at) => { best[at] = Math.min(best[at] ?? place, place); worst[at] = Math.max(worst[at] ?? place, place); });
  return new Map(open.map(({ procedureId }, at) => [procedureId, { best: best[at] ?? 0, worst: worst[at] ?? 0 }]));
}

type Shares = readonly { readonly key: string; readonly shares: Float64Array }[];

// What the law forbids has no place, and yet its figures scale those of the others.
function sharesOf(open: readonly Candidate[], measured: Measured, candidates: readonly Candidate[]): Shares {
  const kept = new Set(open);
  return measured.map(({ key, shares }) => ({ key, shares: shares.filter((_, at) => { const one = candidates[at]; return one !== undefined && kept.has(one); }) }));
}

// The place of each, in the order in which they are given: one more than those with a higher score, equals one after the other.
function placesBy(measured: Shares, weights: Weights, count: number): Uint32Array {
  const all = sumOf(weights), scores = new Float64Array(count), equals = new Map<number, number>();
  for (const { key, shares } of measured) shares.forEach((share, at) => { scores[at] = (scores[at] ?? 0) + pointsOf(share, weights[key], all); });
  const sorted = scores.toSorted();
  return Uint32Array.from(scores, (score) => {
    const before = equals.get(score) ?? count - upTo(sorted, score);
    equals.set(score, before + 1);
    return before + 1;
  });
}

/** How many of a sorted list are not greater than a number. */
function upTo(sorted: Float64Array, score: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= score) low = middle + 1; else high = middle;
  }
  return low;
}
