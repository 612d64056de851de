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

/** The money received for charges, by the charge's id. */
export async function settlementsOf(db: Db, charges: readonly ChargeId[]): Promise<ReadonlyMap<ChargeId, StoredSettlement>> {
  const rows = await db.rows<SettlementRow>(`
    select charge_id as "chargeId", order_id as "orderId", number::int as number, amount_minor::float8 as "amountMinor", method, reference, paid_at as "paidAt", settled_at as "settledAt"
    from payments.settlement where charge_id = any($1)`, [charges]);
  return new Map(rows.map(({ amountMinor, orderId, ...rest }) => [rest.chargeId, { ...rest, amount: bob(amountMinor), ...(orderId !== null && { orderId }) }]));
}

type SettlementRow = Omit<StoredSettlement, 'amount' | 'orderId'> & { readonly amountMinor: number; readonly orderId: NonNullable<StoredSettlement['orderId']> | null };

/** Says that a charge is no longer owed; the first reason stays. */
export async function insertCancellation(tx: Tx, { entityId, id }: Charge, reason: string, now: Date): Promise<void> {
  await tx.rows('insert into payments.cancellation (entity_id, charge_id, reason, at) values ($1, $2, $3, $4) on conflict do nothing', [entityId, id, reason, now]);
}

/** Charges that are no longer owed, by the charge's id. */
export async function cancellationsOf(db: Db, charges: readonly ChargeId[]): Promise<ReadonlyMap<ChargeId, { readonly reason: string; readonly at: Date }>> {
  const rows = await db.rows<{ chargeId: ChargeId; reason: string; at: Date }>('select charge_id as "chargeId", reason, at from payments.cancellation where charge_id = any($1)', [charges]);
  return new Map(rows.map(({ chargeId, ...rest }) => [chargeId, rest]));
}
