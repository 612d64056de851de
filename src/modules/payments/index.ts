/** Orders of payment, how they are collected through a provider, and the proof that they were: the only door of the module. */
export { paymentsModule } from './module.ts';
export type { Payments, PaymentsDeps } from './module.ts';
export { createCharge } from './actions/create-charge.ts';
export type { Charge, ChargeRequest, Payer, UfvAmount } from './domain/charge.ts';
export type { ChargeState, ChargeView } from './domain/charge-view.ts';
export { chargesOf } from './store/views.ts';
export { ufvOn } from './store/ufv.ts';
export { chargePanel } from './pages/charge-panel.ts';
export type { PaymentForms } from './pages/charge-panel.ts';
export { receiptPage } from './pages/receipt.ts';
export { settledTopic } from './events.ts';
export type { PaymentSettled } from './events.ts';
