import type { Db, Tx } from '#kernel/db/index.ts';
import type { ChargeId } from '#kernel/ids.ts';
import { bob } from '#kernel/money.ts';
import type { Charge } from '../domain/charge.ts';
import type { Settlement, StoredSettlement } from '../domain/settlement.ts';

/** Writes money received, unless the charge has some already: says whether it was written. */
export async function insertSettlement(tx: Tx, { entityId }: Charge, settlement: Settlement): Promise<boolean> {
  const written = await tx.rows(`
    insert into payments.settlement (entity_id, charge_id, order_id, amount_minor, method, reference, paid_at, settled_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (entity_id, charge_id) do nothing returning charge_id`, [
    entityId, settlement.chargeId, settlement.orderId, settlement.amount.amountMinor, settlement.method, settlement.reference, settlement.paidAt, settlement.settledAt,
  ]);
  return written.length > 0;
}

/** The money received for a charge. */
export async function findSettlement(db: Db, chargeId: ChargeId): Promise<StoredSettlement | undefined> {
  const [row] = await db.rows<SettlementRow>(`
    select charge_id as "chargeId", order_id as "orderId", number::int as number, amount_minor::float8 as "amountMinor", method, reference, paid_at as "paidAt", settled_at as "settledAt"
    from payments.settlement where charge_id = $1`, [chargeId]);
  if (!row) return undefined;
  const { amountMinor, orderId, ...rest } = row;
  return { ...rest, amount: bob(amountMinor), ...(orderId !== null && { orderId }) };
}

type SettlementRow = Omit<StoredSettlement, 'amount' | 'orderId'> & { readonly amountMinor: number; readonly orderId: NonNullable<StoredSettlement['orderId']> | null };
