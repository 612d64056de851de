import { addDays, instantOf, type LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { bob, type Money } from '#kernel/money.ts';
import type { Closure } from '../domain/order.ts';
import type { OrderId, PaymentMethod } from '../domain/settlement.ts';

/** An order of payment as the administrator's list shows it. */
export type OrderLine = {
  readonly id: OrderId; readonly reference: string; readonly concept: string; readonly amount: Money; readonly provider: string; readonly createdAt: Date;
  readonly transaction: string | null; readonly closedFor: Closure['reason'] | null; readonly isSettled: boolean; readonly method: PaymentMethod | null; readonly problem: string | null;
};

/** What came in on a day, and what still waits, of whatever day. */
export type DayTotals = { readonly settled: number; readonly settledAmount: Money; readonly waiting: number };

/** Orders of an entity that were begun on a legal day, newest first: `limit` of them before `beforeId`. */
export async function ordersOfDay(db: Db, entityId: EntityId, day: LocalDate, limit: number, beforeId?: OrderId): Promise<readonly OrderLine[]> {
  const rows = await db.rows<Omit<OrderLine, 'amount'> & { readonly amountMinor: number }>(`
    select o.id, c.reference, c.concept, c.amount_minor::float8 as "amountMinor", o.provider, o.created_at as "createdAt", o.transaction, k.reason as "closedFor",
      s.charge_id is not null as "isSettled", s.method, o.last_problem as problem
    from payments.payment_order o join payments.charge c on c.entity_id = o.entity_id and c.id = o.charge_id
    left join payments.order_closure k on k.order_id = o.id left join payments.settlement s on s.order_id = o.id
    where o.entity_id = $1 and o.created_at >= $2 and o.created_at < $3 and ($5::uuid is null or o.id < $5) order by o.id desc limit $4`,
  [entityId, ...dayBounds(day), limit, beforeId]);
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amount: bob(amountMinor) }));
}

/** The sums of a day. */
export async function totalsOfDay(db: Db, entityId: EntityId, day: LocalDate): Promise<DayTotals> {
  const [row] = await db.rows<{ settled: number; amountMinor: number; waiting: number }>(`
    select (select count(*)::int from payments.settlement where entity_id = $1 and settled_at >= $2 and settled_at < $3) as settled,
      (select coalesce(sum(amount_minor), 0)::float8 from payments.settlement where entity_id = $1 and settled_at >= $2 and settled_at < $3) as "amountMinor",
      (select count(*)::int from payments.payment_order where entity_id = $1 and next_ask_at is not null) as waiting`, [entityId, ...dayBounds(day)]);
  return { settled: row?.settled ?? 0, settledAmount: bob(row?.amountMinor ?? 0), waiting: row?.waiting ?? 0 };
}

const dayBounds = (day: LocalDate): readonly [Date, Date] => [instantOf(day), instantOf(addDays(day, 1))];
