import { invariant } from './errors/index.ts';

/** An amount of bolivianos in whole centavos; money is never a float. ISO 4217 code BOB, shown as «Bs». */
export type Money = { readonly amountMinor: number; readonly currency: 'BOB' };

/** Bolivianos from whole centavos. */
export function bob(amountMinor: number): Money {
  invariant(Number.isSafeInteger(amountMinor), 'money is a whole number of centavos');
  return { amountMinor, currency: 'BOB' };
}

const format = new Intl.NumberFormat('es-BO', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** «Bs 1.489,00», with a space that does not break. */
export const sayMoney = (money: Money): string => `Bs\u00a0${format.format(money.amountMinor / 100)}`;

/** A value of the UFV (Unidad de Fomento de Vivienda) on one day, in hundred-thousandths of a boliviano, as the Banco Central publishes it. */
export type UfvValue = { readonly day: string; readonly valueE5: number };

/** Converts UFV (in hundredths) to centavos at a day's value, rounding half up, once, at the end. */
export function ufvToBob(ufvHundredths: number, rate: UfvValue): Money {
  invariant(Number.isSafeInteger(ufvHundredths) && rate.valueE5 > 0, 'UFV and its value are positive whole numbers');
  const scaled = BigInt(ufvHundredths) * BigInt(rate.valueE5);
  return bob(Number((scaled + 50_000n) / 100_000n));
}
