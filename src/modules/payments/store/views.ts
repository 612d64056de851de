import type { Db } from '#kernel/db/index.ts';
import type { CaseId, ChargeId } from '#kernel/ids.ts';
import type { Charge } from '../domain/charge.ts';
import { viewCharge, type ChargeView } from '../domain/charge-view.ts';
import { chargesOfCase, findBareCharge } from './charges.ts';
import { latestOrders } from './orders.ts';
import { cancellationsOf, settlementsOf } from './settlements.ts';

/** A charge with everything that happened to it; whether somebody may see it is for the caller to decide. */
export async function findCharge(db: Db, id: ChargeId): Promise<ChargeView | undefined> {
  const charge = await findBareCharge(db, id);
  return charge && (await viewAll(db, [charge]))[0];
}

/** Everything charged in a case, oldest first, with what happened to it. */
export const chargesOf = async (db: Db, caseId: CaseId): Promise<readonly ChargeView[]> => viewAll(db, await chargesOfCase(db, caseId));

async function viewAll(db: Db, charges: readonly Charge[]): Promise<readonly ChargeView[]> {
  if (charges.length === 0) return [];
  const ids = charges.map(({ id }) => id);
  const [orders, settlements, cancellations] = await Promise.all([latestOrders(db, ids), settlementsOf(db, ids), cancellationsOf(db, ids)]);
  return charges.map((charge) => viewCharge(charge, rowsOf(charge.id, orders, settlements, cancellations)));
}

type ById<Row> = ReadonlyMap<ChargeId, Row>;

function rowsOf(id: ChargeId, orders: ById<NonNullable<ChargeView['order']>>, settlements: ById<NonNullable<ChargeView['settlement']>>, cancellations: ById<NonNullable<ChargeView['cancellation']>>) {
  const order = orders.get(id), settlement = settlements.get(id), cancellation = cancellations.get(id);
  return { ...(order && { order }), ...(settlement && { settlement }), ...(cancellation && { cancellation }) };
}
