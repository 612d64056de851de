import { evaluateFeel, type Feel } from '#kernel/feel/index.ts';
import { nameInExpressions, type Indicator } from './indicator.ts';

/** How much of an operand there is: so many cases, or so many that took so many days. */
export type Share = { readonly bucket: number; readonly n: number };

/** What the shares of an operand come to: their sum, or the day by which half of them were done; `null` where nothing was done. */
export function amountOf(shares: readonly Share[], reduce: 'sum' | 'median'): number | null {
  const total = shares.reduce((sum, { n }) => sum + n, 0);
  if (reduce === 'sum') return total;
  let before = 0;
  for (const { bucket, n } of shares.toSorted((a, b) => a.bucket - b.bucket)) {
    before += n;
    if (n > 0 && before * 2 >= total) return bucket;
  }
  return null;
}

/** What a figure comes to. Without a basis — nothing to divide by, or something that it needs has none — the value is `null`, never 0 or 100. */
export type Computed = { readonly num: number | null; readonly den: number | null; readonly value: number | null; readonly operands: Readonly<Record<string, number | null>> };

/** Computes an indicator from the amounts of its operands; other indicators that it names are computed first. A circle is a fault of the definition, and has no value. */
export function compute(indicator: Indicator, amounts: ReadonlyMap<string, number | null>, others: ReadonlyMap<string, Indicator>): Computed {
  return computeWithin(indicator, amounts, others, []);
}

function computeWithin(indicator: Indicator, amounts: ReadonlyMap<string, number | null>, others: ReadonlyMap<string, Indicator>, within: readonly string[]): Computed {
  const names = [...new Set([...(indicator.numerator?.names ?? []), ...(indicator.denominator?.names ?? [])])], inside = [...within, nameInExpressions(indicator.code)];
  const amountNamed = (name: string): number | null => {
    const other = others.get(name);
    if (!other) return amounts.get(name) ?? null;
    return inside.includes(name) ? null : computeWithin(other, amounts, others, inside).value;
  };
  const operands = Object.fromEntries(names.map((name) => [name, amountNamed(name)]));
  const num = evaluated(indicator.numerator, operands), den = evaluated(indicator.denominator, operands);
  return { num, den, value: valueOf(indicator, num, den), operands };
}

/** The value of a numerator and a denominator: their quotient by the factor, or the numerator where nothing divides it. */
export function valueOf({ denominator, factor }: Pick<Indicator, 'denominator' | 'factor'>, num: number | null, den: number | null): number | null {
  if (num === null) return null;
  if (!denominator) return num * factor;
  return den === null || den === 0 ? null : (num * factor) / den;
}

function evaluated(expression: Feel | undefined, operands: Readonly<Record<string, number | null>>): number | null {
  const value = expression && evaluateFeel(expression, operands);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
