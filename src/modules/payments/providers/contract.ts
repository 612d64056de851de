import type { Charge } from '../domain/charge.ts';
import type { ProviderAnswer } from '../domain/answer.ts';
import type { OpenedOrder } from '../domain/order.ts';

/** What a webhook says by itself: which transaction to ask about. Nothing else of it is believed. */
export type WebhookNews = { readonly transaction: string };

/** Why a webhook is turned away. */
export type WebhookFault = 'webhook_untrusted' | 'webhook_unreadable';

/** What became of asking a provider to open an order. */
export type Started =
  | { readonly opened: OpenedOrder }
  /** The provider knows our code already, and its first answer never reached us: try again under another code. */
  | { readonly lost: true };

/**
 * A way to collect money. Providers go over the network: never inside a transaction, always with a time limit. What fails for a while throws
 * `payments.provider_unavailable`, what fails for good `payments.provider_refused`.
 */
export type Provider = {
  readonly name: string;
  /** As people call it: «Pasarela de Pagos del Estado». */
  readonly title: string;
  /** Other origins at which the payer ends up, for the header that says where forms may lead. */
  readonly origins: () => readonly string[];
  /** Opens an order under our code; repeated with the same code it must not collect twice. */
  readonly start: (charge: Charge, code: string) => Promise<Started>;
  /** What became of a transaction: the only thing that settles a charge. */
  readonly query: (transaction: string, account: string | undefined) => Promise<ProviderAnswer>;
  /** Who sent a webhook and which transaction it is about. */
  readonly readWebhook: (body: unknown, headers: Readonly<Record<string, string | undefined>>) => Promise<WebhookNews | { readonly fault: WebhookFault }>;
};
