import { audit } from '#kernel/audit/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import { followAnswer, judgeMoney, type ChargeFacts, type ProviderAnswer, type Verdict } from '../domain/answer.ts';
import type { Charge } from '../domain/charge.ts';
import { nextAskAt, type PaymentOrder } from '../domain/order.ts';
import type { OrderId, Settlement } from '../domain/settlement.ts';
import { settledMessage } from '../events.ts';
import { findBareCharge, lockCharge } from '../store/charges.ts';
import { insertDiscrepancy } from '../store/discrepancies.ts';
import { closeOrder, countAsk, scheduleAsk } from '../store/orders.ts';
import { cancellationsOf, insertSettlement, settlementsOf } from '../store/settlements.ts';
import { providerNamed, type Wiring } from '../wiring.ts';

const holdSeconds = 60;

/**
 * Asks the provider what became of an order and does what follows: the only way in which money settles a charge. Can be called at any
 * time, by any number of processes at once. Throws what the provider throws; the next question is scheduled all the same.
 */
export async function askOrder(wiring: Wiring, db: Db, id: OrderId, now: Date): Promise<void> {
  const order = await countAsk(db, id, new Date(now.getTime() + holdSeconds * 1000));
  const provider = order && providerNamed(wiring, order.provider);
  if (!order?.opened || !provider) return scheduleAsk(db, id, undefined, provider ? undefined : 'La pasarela ya no está configurada.');
  const charge = await findBareCharge(db, order.chargeId);
  const answer = await provider.query(order.opened.transaction, charge?.account).catch(async (caught: unknown) => {
    await scheduleAsk(db, id, nextAskAt(order.asks, now), 'La pasarela no respondió.');
    throw caught;
  });
  await follow(db, order, answer, now);
}

async function follow(db: Db, order: PaymentOrder, answer: ProviderAnswer, now: Date): Promise<void> {
  const following = followAnswer(answer, order, now);
  switch (following.kind) {
    case 'ask_again': return scheduleAsk(db, order.id, following.at);
    case 'close': return closeOrder(db, order.id, { reason: following.reason, at: now });
    case 'settle': return settle(db, order, following.answer, now);
  }
}

type Paid = Extract<ProviderAnswer, { state: 'settled' }>;

// The charge is locked: of two that come at once, the second finds the money of the first.
const settle = (db: Db, order: PaymentOrder, paid: Paid, now: Date): Promise<void> => db.transaction(async (tx) => {
  const charge = await lockCharge(tx, order.chargeId);
  invariant(charge, 'an order belongs to a charge');
  const verdict = judgeMoney(await factsOf(tx, charge), order.id, paid.amount);
  if (verdict === 'settle') await record(tx, charge, settlementOf(charge, order, paid, now));
  else if (verdict !== 'known') await complain(tx, charge, order, paid, verdict, now);
  await scheduleAsk(tx, order.id, undefined);
});

async function factsOf(tx: Tx, { id, amount }: Charge): Promise<ChargeFacts> {
  const [settlements, cancellations] = [await settlementsOf(tx, [id]), await cancellationsOf(tx, [id])];
  const settlement = settlements.get(id);
  return { owed: amount, settledBy: settlement && (settlement.orderId ?? 'nobody'), isCancelled: cancellations.has(id) };
}

const settlementOf = ({ id, amount }: Charge, order: PaymentOrder, { method, reference, at }: Paid, now: Date): Settlement =>
  ({ chargeId: id, orderId: order.id, amount, method, reference, paidAt: at, settledAt: now });

async function record(tx: Tx, charge: Charge, settlement: Settlement): Promise<void> {
  const isWritten = await insertSettlement(tx, charge, settlement);
  invariant(isWritten, 'a locked charge without settlement takes one');
  await enqueue(tx, [settledMessage(charge, settlement)]);
  await audit(tx, { action: 'payments.settled', subject: `case:${charge.caseId}`, person: undefined, entityId: charge.entityId, detail: { charge: charge.id, amountMinor: settlement.amount.amountMinor, method: settlement.method } });
}

const complain = (tx: Tx, charge: Charge, order: PaymentOrder, paid: Paid, kind: Exclude<Verdict, 'settle' | 'known'>, now: Date): Promise<void> => insertDiscrepancy(tx, {
  entityId: charge.entityId, orderId: order.id, kind, subject: order.id,
  detail: { reference: charge.reference, transaction: order.opened?.transaction, owedMinor: charge.amount.amountMinor, receivedMinor: paid.amount?.amountMinor ?? charge.amount.amountMinor }, at: now,
});
