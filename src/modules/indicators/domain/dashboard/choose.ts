import type { Measured } from './frame.ts';

/** A figure of one origin, as pages show it. */
export type ShownFigure = { readonly num: number | null; readonly den: number | null; readonly value: number | null; readonly origin: 'computed' | 'declared'; readonly cutOff: Date };

/** What there is of an indicator in a period: counted, declared, or both. */
export type Pair = { readonly computed?: ShownFigure; readonly declared?: ShownFigure };

/** The figure by which an indicator is judged: what the program counts where it counts all of it, what was declared and accepted where it does not. */
export const judgedOf = ({ mode }: Pick<Measured, 'mode'>, { computed, declared }: Pair): ShownFigure | undefined => (mode === 'computed' ? computed : declared ?? computed);

/** How far declared is from computed; `undefined` where one of them is missing or has no basis. */
export const discrepancyOf = ({ computed, declared }: Pair): number | undefined =>
  (computed === undefined || declared === undefined || computed.value === null || declared.value === null ? undefined : Math.round((declared.value - computed.value) * 10) / 10);

/** The figures of rows by indicator. */
export function pairsOf(rows: readonly (ShownFigure & { readonly indicator: string })[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const row of rows) pairs.set(row.indicator, { ...pairs.get(row.indicator), [row.origin]: row });
  return pairs;
}
