import type { LocalDate } from '#kernel/clock.ts';
import type { Decided } from './decided.ts';
import type { PartialDate } from './partial-date.ts';

/** A currency of the tariff: bolivianos, or UFV, which is converted at the value of the day of payment. */
export type FeeCurrency = 'BOB' | 'UFV';

type FeeBase = Decided & {
  /** Stable within the procedure; several rows with one id are the same fee in different periods. */
  readonly id: string;
  readonly concept: string;
  /** First day of this amount: of the norm, or else the day on which the source published it. */
  readonly validFrom?: PartialDate;
  /** Last day of this amount, when a newer one follows. */
  readonly validTo?: PartialDate;
  readonly basis?: string;
  /** Account or code under which the entity is paid. */
  readonly account?: string;
  readonly note?: string;
};

/**
 * A dated tariff. Amounts are whole hundredths of the currency: centavos of a boliviano, hundredths of a UFV. An absent amount is one that
 * the source does not say («por confirmar»): it is shown so and cannot be charged.
 */
export type Fee = FeeBase & (
  | { readonly kind: 'fixed'; readonly currency: 'BOB'; readonly amountMinor?: number }
  | { readonly kind: 'ufv'; readonly currency: 'UFV'; readonly amountMinor?: number }
  | { readonly kind: 'formula'; readonly currency: FeeCurrency; /** FEEL over the form's answers, in whole units of the currency. */ readonly formula: string }
  | { readonly kind: 'per_unit'; readonly currency: FeeCurrency; readonly amountMinor: number; readonly unit: string; /** FEEL: how many. */ readonly quantity: string }
  | { readonly kind: 'by_category'; readonly currency: FeeCurrency; /** FEEL: the category's key. */ readonly category: string; readonly amounts: readonly CategoryAmount[] }
);

export type CategoryAmount = { readonly category: string; readonly name: string; readonly amountMinor: number };

export const feeKinds = ['fixed', 'ufv', 'formula', 'per_unit', 'by_category'] as const;

/**
 * The row of a fee that holds on a day: the latest one that began, and has not ended, by then. `undefined` where the procedure has no such
 * fee or none had begun.
 */
export function tariffOn(fees: readonly Fee[], id: string, day: LocalDate): Fee | undefined {
  const holding = fees.filter((fee) => fee.id === id && firstDay(fee.validFrom) <= day && day <= lastDay(fee.validTo));
  return holding.sort((a, b) => firstDay(b.validFrom).localeCompare(firstDay(a.validFrom)))[0];
}

const firstDay = (date: PartialDate | undefined): string => (date === undefined ? '0000-01-01' : `${date}-01-01`.slice(0, 10));
// Comparison is by text, so a month or year that ends needs no real last day.
const lastDay = (date: PartialDate | undefined): string => (date === undefined ? '9999-12-31' : `${date}-99-99`.slice(0, 10));
