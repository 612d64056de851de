import type { ChargeId, EntityId } from '#kernel/ids.ts';
import type { OrderId } from './settlement.ts';

/** One attempt to collect a charge through a provider. Until the provider has answered it has no transaction. */
export type PaymentOrder = {
  readonly id: OrderId;
  readonly entityId: EntityId;
  readonly chargeId: ChargeId;
  readonly provider: string;
  /** Our name for it, which makes asking the provider twice harmless (`codigoOrden`). */
  readonly code: string;
  readonly createdAt: Date;
  /** How often the provider has been asked what became of it. */
  readonly asks: number;
  readonly opened?: OpenedOrder;
  readonly closure?: Closure;
};

/** What the provider answered: where and how the payer pays. */
export type OpenedOrder = {
  /** The provider's name for it. */
  readonly transaction: string;
  /** Page of the provider where the payer pays. */
  readonly redirectUrl: string;
  /** Text of the QR code. */
  readonly qr: string;
  /** Code to pay with at a bank. */
  readonly cpt?: string;
  readonly expiresAt?: Date;
};

/** Why an order will not be collected: it expired, the provider refused it, or its first answer was lost on the way. */
export type Closure = { readonly reason: 'expired' | 'rejected' | 'lost'; readonly at: Date };

const firstAskSeconds = 30, askSecondsMax = 6 * 3_600;

/** How long to wait before asking the provider again: 30 s, 1 min, 2 min … never more than six hours. `asks` is how often it was asked. */
export const askAfterSeconds = (asks: number): number => Math.min(firstAskSeconds * 2 ** Math.min(asks, 20), askSecondsMax);

/** When the next question is due. */
export const nextAskAt = (asks: number, now: Date): Date => new Date(now.getTime() + askAfterSeconds(asks) * 1000);
