import { bob, type Money } from '#kernel/money.ts';

/** Bolivianos with at most two decimals, as providers write amounts: 251 centavos are 2.51. */
export const toDecimal = ({ amountMinor }: Money): number => amountMinor / 100;

/** The amount of such a number; `undefined` where it is none, is negative, or has a third decimal. */
export function fromDecimal(value: unknown): Money | undefined {
  const number = typeof value === 'string' && /^\d{1,12}(\.\d{1,2})?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0 || number > 1e12) return undefined;
  const minor = Math.round(number * 100);
  return Math.abs(number * 100 - minor) < 1e-4 ? bob(minor) : undefined;
}
