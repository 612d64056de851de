import type { Db, Tx } from '#kernel/db/index.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Charge, ChargeRequest } from '../domain/charge.ts';
import type { Settlement } from '../domain/settlement.ts';
import { settledMessage } from '../events.ts';
import { insertCharge } from '../store/charges.ts';
import { insertSettlement } from '../store/settlements.ts';

/**
 * Makes the order of payment of a case, once for each `key`: repeated, it gives the first one whatever else it says. The value and day of the
 * UFV stay with it. Nothing to pay (0.00) is settled at once.
 */
export async function createCharge(db: Db, request: ChargeRequest): Promise<Charge> {
  return db.transaction(async (tx) => {
    const { charge, isNew } = await insertCharge(tx, chargeOf(request));
    if (isNew && charge.amount.amountMinor === 0) await exempt(tx, charge, request.now);
    return charge;
  });
}

const chargeOf = ({ now, ufv, account, ...request }: ChargeRequest): Charge =>
  ({ ...request, id: newId<'charge'>(now), createdAt: now, ...(ufv && { ufv }), ...(account !== undefined && { account }) });

async function exempt(tx: Tx, charge: Charge, now: Date): Promise<void> {
  const settlement: Settlement = { chargeId: charge.id, amount: charge.amount, method: 'exempt', reference: charge.reference, paidAt: now, settledAt: now };
  await insertSettlement(tx, charge, settlement);
  await enqueue(tx, [settledMessage(charge, settlement)]);
}
