import type { Money } from '#kernel/money.ts';
import { nextAskAt, type PaymentOrder } from './order.ts';
import type { PaymentMethod } from './settlement.ts';

/** What a provider says became of an order. */
export type ProviderAnswer =
  | { readonly state: 'pending' }
  | { readonly state: 'settled'; readonly method: PaymentMethod; readonly at: Date; readonly reference: string; /** Absent where the provider does not say it: an order is opened for a fixed amount. */ readonly amount?: Money }
  | { readonly state: 'expired' }
  | { readonly state: 'failed' };

/** What follows from it for the order alone; whether money settles the charge is decided with the charge locked. */
export type Following =
  | { readonly kind: 'settle'; readonly answer: Extract<ProviderAnswer, { state: 'settled' }> }
  | { readonly kind: 'close'; readonly reason: 'expired' | 'rejected' }
  | { readonly kind: 'ask_again'; readonly at: Date };

const graceDays = 7;

/** Providers settle late: an order is given up a week after its expiry, unless the provider says so before. */
export function followAnswer(answer: ProviderAnswer, order: Pick<PaymentOrder, 'asks' | 'opened' | 'createdAt'>, now: Date): Following {
  switch (answer.state) {
    case 'settled': return { kind: 'settle', answer };
    case 'expired': return { kind: 'close', reason: 'expired' };
    case 'failed': return { kind: 'close', reason: 'rejected' };
    case 'pending': return now > lastDayOf(order) ? { kind: 'close', reason: 'expired' } : { kind: 'ask_again', at: nextAskAt(order.asks, now) };
  }
}

const lifeDaysWithoutExpiry = 30;

function lastDayOf({ opened, createdAt }: Pick<PaymentOrder, 'opened' | 'createdAt'>): Date {
  const [from, days] = opened?.expiresAt ? [opened.expiresAt, graceDays] : [createdAt, lifeDaysWithoutExpiry];
  return new Date(from.getTime() + days * 86_400_000);
}

/** Whether money may settle a charge. Anything else is a discrepancy that a person must look at. */
export type Verdict = 'settle' | 'known' | 'twice' | 'amount' | 'after_cancellation';

/** What is known of the charge while it is locked. */
export type ChargeFacts = { readonly owed: Money; readonly settledBy: string | undefined; readonly isCancelled: boolean };

/** The same order again is nothing new; another order's money is a second payment. */
export function judgeMoney(facts: ChargeFacts, orderId: string, received: Money | undefined): Verdict {
  if (facts.settledBy !== undefined) return facts.settledBy === orderId ? 'known' : 'twice';
  if (facts.isCancelled) return 'after_cancellation';
  return (received ?? facts.owed).amountMinor === facts.owed.amountMinor ? 'settle' : 'amount';
}
