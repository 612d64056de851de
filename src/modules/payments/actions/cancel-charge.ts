import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { ChargeId } from '#kernel/ids.ts';
import { refuse } from '../errors.ts';
import { lockCharge } from '../store/charges.ts';
import { insertCancellation, settlementsOf } from '../store/settlements.ts';

/** Says that a charge is no longer owed, for example because the case was withdrawn. Money that comes later is a discrepancy. Refuses a charge that is paid. */
export async function cancelCharge(db: Db, chargeId: ChargeId, reason: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const charge = (await lockCharge(tx, chargeId)) ?? refuse('not_found');
    if ((await settlementsOf(tx, [chargeId])).size > 0) refuse('already_settled');
    await insertCancellation(tx, charge, reason, now);
    await audit(tx, { action: 'payments.charge_cancelled', subject: `case:${charge.caseId}`, person: undefined, entityId: charge.entityId, detail: { charge: chargeId } });
  });
}
