import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { parseId, type ChargeId } from '#kernel/ids.ts';
import type { Delivery } from '#kernel/outbox/index.ts';
import { lockCharge } from '../store/charges.ts';
import { insertCancellation, settlementsOf } from '../store/settlements.ts';
import { chargesOf } from '../store/views.ts';

/** Says that a charge is no longer owed. One that is paid stays paid; money that comes later is a discrepancy. Says whether it was cancelled. */
export async function cancelCharge(db: Db, chargeId: ChargeId, reason: string, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const charge = await lockCharge(tx, chargeId);
    if (!charge || (await settlementsOf(tx, [chargeId])).size > 0) return false;
    await insertCancellation(tx, charge, reason, now);
    await audit(tx, { action: 'payments.charge_cancelled', subject: `case:${charge.caseId}`, person: undefined, entityId: charge.entityId, detail: { charge: chargeId } });
    return true;
  });
}

const reasons: Readonly<Record<string, string>> = {
  withdrawn: 'Usted retiró su solicitud.',
  abandoned: 'La solicitud se cerró porque venció el plazo para continuar.',
};

/** What happens to a case is told above us, by event: who gives a case up owes nothing more for it. */
export async function forgiveAbandoned(db: Db, { payload, now }: Delivery): Promise<void> {
  const caseId = parseId<'case'>(payload['caseId']), reason = reasons[String(payload['status'])];
  if (!caseId || reason === undefined) return;
  for (const charge of await chargesOf(db, caseId)) {
    if (charge.state === 'pending') await cancelCharge(db, charge.id, reason, now);
  }
}
