import type { Charge } from './charge.ts';
import type { PaymentOrder } from './order.ts';
import type { StoredSettlement } from './settlement.ts';

/** Where a charge stands; it follows from its rows. */
export type ChargeState = 'pending' | 'settled' | 'cancelled';

/** A charge with everything that happened to it. `order` is its latest one. */
export type ChargeView = Charge & {
  readonly state: ChargeState;
  readonly order?: PaymentOrder;
  readonly settlement?: StoredSettlement;
  readonly cancellation?: { readonly reason: string; readonly at: Date };
};

/** Puts a charge together with its rows. */
export function viewCharge(charge: Charge, { order, settlement, cancellation }: Pick<ChargeView, 'order' | 'settlement' | 'cancellation'>): ChargeView {
  const state = settlement ? 'settled' : cancellation ? 'cancelled' : 'pending';
  return { ...charge, state, ...(order && { order }), ...(settlement && { settlement }), ...(cancellation && { cancellation }) };
}

/** Whether the payer can still use an order: the provider has opened it, nobody closed it, and its time has not run out. */
export const isPayable = (order: PaymentOrder | undefined, now: Date): boolean =>
  order?.opened !== undefined && order.closure === undefined && (order.opened.expiresAt === undefined || order.opened.expiresAt > now);
