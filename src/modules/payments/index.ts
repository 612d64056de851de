/** Orders of payment, how they are collected through a provider, and the proof that they were: the only door of the module. */
export { createCharge } from './actions/create-charge.ts';
export type { Charge, ChargeRequest, Payer, UfvAmount } from './domain/charge.ts';
export { chargesOf, findCharge } from './store/charges.ts';
export { ufvOn } from './store/ufv.ts';
export { settledTopic } from './events.ts';
export type { PaymentSettled } from './events.ts';
