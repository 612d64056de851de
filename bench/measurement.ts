/** One thing measured: the line that `npm run bench -- --json` writes. */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the machine can do at most, measured in the same run, in the same unit; `null` where nothing is beside it. */
  readonly limit: number | null;
  /** `value / limit`: the median over the rounds, each against its own limit. */
  readonly ratio: number | null;
  /** What `ratio` should reach where there is a limit, what `value` should keep to where there is none. */
  readonly target: number | null;
  readonly met: boolean | null;
};

/** A target and which side of it is good. `of` says whether it is about the value or about the ratio to the limit. */
export type Target = { readonly of: 'value' | 'ratio'; readonly atLeast?: number; readonly atMost?: number };

/** What a suite reports: the line, and what the document says besides. */
export type Taken = Measurement & {
  readonly goal: Target | undefined;
  /** What the limit is, in a few words: «pgbench, 8 clients». */
  readonly beside: string | undefined;
};

type Found = { readonly name: string; readonly value: number; readonly unit: string; readonly limit?: number; readonly ratio?: number; readonly beside?: string; readonly goal?: Target };

/** A measurement, rounded to what can be told apart, and judged. */
export function measured({ name, value, unit, limit, ratio, beside, goal }: Found): Taken {
  const share = ratio ?? (limit === undefined ? undefined : value / limit);
  const judged = goal?.of === 'ratio' ? share : value;
  return {
    name, value: rounded(value), unit, limit: limit === undefined ? null : rounded(limit), ratio: share === undefined ? null : rounded(share),
    target: goal?.atLeast ?? goal?.atMost ?? null, met: goal === undefined || judged === undefined ? null : keeps(judged, goal), goal, beside,
  };
}

/** The line of a measurement: just the seven members that others rely on. */
export const lineOf = ({ name, value, unit, limit, ratio, target, met }: Taken): Measurement => ({ name, value, unit, limit, ratio, target, met });

const keeps = (value: number, { atLeast = -Infinity, atMost = Infinity }: Target): boolean => value >= atLeast && value <= atMost;

// Three digits that count; a clock on a shared machine has no more.
const rounded = (value: number): number => Number(value.toPrecision(3));

/** The middle of some numbers; 0 of none. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** The value below which this share of the numbers lies, by nearest rank; 0 of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
