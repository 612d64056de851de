/** One figure of the source. `target` is the most it should be; a figure without one is only watched. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: string; readonly target: number | null; readonly met: boolean | null };

/** A figure, rounded to what can be told apart. */
export function figure(name: string, value: number, unit: string, target: number | null = null): Figure {
  const rounded = Math.round(value * 100) / 100;
  return { name, value: rounded, unit, target, met: target === null ? null : rounded <= target };
}

/** The value below which this share of the numbers lies (nearest rank); 0 of nothing. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** How many of a hundred satisfy the condition. */
export const percent = <Item>(items: readonly Item[], condition: (item: Item) => boolean): number =>
  items.length === 0 ? 0 : (100 * items.filter(condition).length) / items.length;
