import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { ChargeId } from '#kernel/ids.ts';
import type { ChargeView } from '../domain/charge-view.ts';
import { refuse } from '../errors.ts';
import { findCharge } from '../store/views.ts';

/** A charge for the person who owes it; for anybody else it does not exist. */
export async function getOwnCharge(db: Db, id: ChargeId, person: Person): Promise<ChargeView> {
  const charge = await findCharge(db, id);
  return charge?.personId === person.id ? charge : refuse('not_found');
}
