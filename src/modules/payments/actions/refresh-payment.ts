import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { ChargeId } from '#kernel/ids.ts';
import type { ChargeView } from '../domain/charge-view.ts';
import { refuse } from '../errors.ts';
import { unsettledOrders } from '../store/orders.ts';
import type { Wiring } from '../wiring.ts';
import { askOrder } from './ask-order.ts';
import { getOwnCharge } from './own-charge.ts';

/** «Ya pagué»: asks the provider now about every order of the charge that could have been paid, and gives the charge as it then stands. */
export async function refreshPayment(wiring: Wiring, db: Db, chargeId: ChargeId, person: Person, now: Date): Promise<ChargeView> {
  const charge = await getOwnCharge(db, chargeId, person);
  if (charge.state !== 'pending') return charge;
  for (const id of await unsettledOrders(db, chargeId)) await askOrder(wiring, db, id, now);
  return getOwnCharge(db, chargeId, person);
}

/** The charge with its money, for the receipt; refused until the payment is confirmed. */
export async function getReceipt(db: Db, chargeId: ChargeId, person: Person): Promise<ChargeView> {
  const charge = await getOwnCharge(db, chargeId, person);
  return charge.settlement ? charge : refuse('not_settled');
}
