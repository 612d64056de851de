import type { ChargeId, Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';

export type OrderId = Id<'payment-order'>;

/** How money came in: `exempt` is nothing to pay. */
export type PaymentMethod = 'QR' | 'CPT' | 'exempt' | 'other';

/** Money received for a charge. There is at most one a charge. */
export type Settlement = {
  readonly chargeId: ChargeId;
  readonly orderId?: OrderId;
  readonly amount: Money;
  readonly method: PaymentMethod;
  /** What the provider calls the movement. */
  readonly reference: string;
  readonly paidAt: Date;
  readonly settledAt: Date;
};

/** A settlement with the number that its receipt bears. */
export type StoredSettlement = Settlement & { readonly number: number };

/** «R-000123», as printed on the receipt. */
export const receiptNumber = ({ number }: Pick<StoredSettlement, 'number'>): string => `R-${String(number).padStart(6, '0')}`;

/** The method in words. */
export const methodName = { QR: 'Código QR', CPT: 'Código de pago (CPT) en banco', exempt: 'Sin costo', other: 'Pasarela de pagos' } as const satisfies Record<PaymentMethod, string>;
