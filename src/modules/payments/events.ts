import type { CaseId, ChargeId, EntityId } from '#kernel/ids.ts';
import type { OutboxMessage } from '#kernel/outbox/index.ts';
import type { Charge } from './domain/charge.ts';
import type { Settlement } from './domain/settlement.ts';

/** Topic of the message that a charge has been paid: once a charge. */
export const settledTopic = 'payments.settled';

/** What it carries; `paidAt` in ISO 8601. */
export type PaymentSettled = {
  readonly caseId: CaseId; readonly entityId: EntityId; readonly chargeId: ChargeId; readonly concept: string;
  readonly amountMinor: number; readonly method: string; readonly reference: string; readonly paidAt: string;
};

/** The message of one settlement. */
export function settledMessage({ id, caseId, entityId, concept }: Charge, { amount, method, reference, paidAt }: Settlement): OutboxMessage {
  const payload: PaymentSettled = { caseId, entityId, chargeId: id, concept, amountMinor: amount.amountMinor, method, reference, paidAt: paidAt.toISOString() };
  return { topic: settledTopic, key: `${settledTopic}:${id}`, payload };
}
