import type { Db } from '#kernel/db/index.ts';
import type { ChargeId, EntityId } from '#kernel/ids.ts';
import type { Closure, OpenedOrder, PaymentOrder } from '../domain/order.ts';
import type { OrderId } from '../domain/settlement.ts';

/** Writes an order before its provider is asked. It is asked about again even if the answer never comes. */
export async function insertOrder(db: Db, order: PaymentOrder): Promise<void> {
  await db.rows('insert into payments.payment_order (entity_id, id, charge_id, provider, code, created_at) values ($1, $2, $3, $4, $5, $6)',
    [order.entityId, order.id, order.chargeId, order.provider, order.code, order.createdAt]);
}

/** Completes an order with what the provider answered, and says when to ask what became of it. The first answer stays. */
export async function openOrder(db: Db, id: OrderId, opened: OpenedOrder, askAt: Date): Promise<void> {
  await db.rows(`update payments.payment_order set transaction = $2, redirect_url = $3, qr = $4, cpt = $5, expires_at = $6, next_ask_at = $7, last_problem = null where id = $1 and transaction is null`,
    [id, opened.transaction, opened.redirectUrl, opened.qr, opened.cpt, opened.expiresAt, askAt]);
}

/** Keeps others from asking the provider to open an order until `until`. Says whether nobody held it before and nobody has opened it meanwhile. */
export async function holdOrder(db: Db, id: OrderId, now: Date, until: Date): Promise<boolean> {
  const held = await db.rows('update payments.payment_order set held_until = $3 where id = $1 and transaction is null and (held_until is null or held_until <= $2) returning id', [id, now, until]);
  return held.length > 0;
}

/** Lets others ask at once, because this attempt failed. */
export async function releaseOrder(db: Db, id: OrderId): Promise<void> {
  await db.rows('update payments.payment_order set held_until = null where id = $1', [id]);
}

/** Notes when to ask again; `undefined` is never. */
export async function scheduleAsk(db: Db, id: OrderId, at: Date | undefined, problem?: string): Promise<void> {
  await db.rows('update payments.payment_order set next_ask_at = $2, last_problem = $3 where id = $1', [id, at, problem]);
}

/** Counts a question that is about to be asked, and gives the order as it then is. */
export async function countAsk(db: Db, id: OrderId, holdUntil: Date): Promise<PaymentOrder | undefined> {
  await db.rows('update payments.payment_order set asks = asks + 1, next_ask_at = $2 where id = $1', [id, holdUntil]);
  return findOrder(db, id);
}

/** Takes orders whose question is due, the most overdue first, holding them so that no other process asks at the same time. */
export async function takeDue(db: Db, now: Date, holdUntil: Date, limit: number): Promise<readonly OrderId[]> {
  const rows = await db.rows<{ id: OrderId }>(`
    update payments.payment_order o set next_ask_at = $2 from (
      select id from payments.payment_order where next_ask_at <= $1 order by next_ask_at limit $3 for update skip locked) due
    where o.id = due.id returning o.id`, [now, holdUntil, limit]);
  return rows.map(({ id }) => id);
}

/** Takes every order of an entity that has not ended, due or not. */
export async function takeOpenOf(db: Db, entityId: EntityId, holdUntil: Date, limit: number): Promise<readonly OrderId[]> {
  const rows = await db.rows<{ id: OrderId }>(`
    update payments.payment_order o set next_ask_at = $2 from (
      select id from payments.payment_order where entity_id = $1 and next_ask_at is not null order by next_ask_at limit $3 for update skip locked) open
    where o.id = open.id returning o.id`, [entityId, holdUntil, limit]);
  return rows.map(({ id }) => id);
}

/** Orders of a charge that the provider has opened, newest first; closed ones too, because money comes late. */
export async function unsettledOrders(db: Db, chargeId: ChargeId): Promise<readonly OrderId[]> {
  const rows = await db.rows<{ id: OrderId }>('select id from payments.payment_order where charge_id = $1 and transaction is not null order by created_at desc limit 3', [chargeId]);
  return rows.map(({ id }) => id);
}

/** Closes an order; the first reason stays. */
export async function closeOrder(db: Db, id: OrderId, { reason, at }: Closure): Promise<void> {
  await db.rows(`
    with closed as (insert into payments.order_closure (order_id, reason, at) values ($1, $2, $3) on conflict (order_id) do nothing)
    update payments.payment_order set next_ask_at = null where id = $1`, [id, reason, at]);
}

/** An order by its id. */
export const findOrder = (db: Db, id: OrderId): Promise<PaymentOrder | undefined> => findOne(db, 'o.id = $1', [id]);

/** An order by our code. */
export const findOrderByCode = (db: Db, code: string): Promise<PaymentOrder | undefined> => findOne(db, 'o.code = $1', [code]);

/** An order by the provider's name for it. */
export const findOrderByTransaction = (db: Db, provider: string, transaction: string): Promise<PaymentOrder | undefined> =>
  findOne(db, 'o.provider = $1 and o.transaction = $2', [provider, transaction]);

/** The latest order of each charge, by the charge's id. */
export async function latestOrders(db: Db, charges: readonly ChargeId[]): Promise<ReadonlyMap<ChargeId, PaymentOrder>> {
  const rows = await db.rows<OrderRow>(`select distinct on (o.charge_id) ${orderColumns} from ${orderTables} where o.charge_id = any($1) order by o.charge_id, o.created_at desc, o.id desc`, [charges]);
  return new Map(rows.map((row) => [row.chargeId, toOrder(row)]));
}

async function findOne(db: Db, condition: string, params: readonly string[]): Promise<PaymentOrder | undefined> {
  const [row] = await db.rows<OrderRow>(`select ${orderColumns} from ${orderTables} where ${condition}`, params);
  return row && toOrder(row);
}

const orderTables = 'payments.payment_order o left join payments.order_closure k on k.order_id = o.id';
const orderColumns = `
  o.id, o.entity_id as "entityId", o.charge_id as "chargeId", o.provider, o.code, o.created_at as "createdAt", o.asks, o.transaction, o.redirect_url as "redirectUrl",
  o.qr, o.cpt, o.expires_at as "expiresAt", k.reason as "closedFor", k.at as "closedAt"`;

type OrderRow = Omit<PaymentOrder, 'opened' | 'closure'> & {
  readonly transaction: string | null; readonly redirectUrl: string | null; readonly qr: string | null; readonly cpt: string | null; readonly expiresAt: Date | null;
  readonly closedFor: Closure['reason'] | null; readonly closedAt: Date | null;
};

function toOrder({ transaction, redirectUrl, qr, cpt, expiresAt, closedFor, closedAt, ...row }: OrderRow): PaymentOrder {
  const opened = transaction !== null && redirectUrl !== null && qr !== null
    && { transaction, redirectUrl, qr, ...(cpt !== null && { cpt }), ...(expiresAt !== null && { expiresAt }) };
  return { ...row, ...(opened && { opened }), ...(closedFor !== null && closedAt !== null && { closure: { reason: closedFor, at: closedAt } }) };
}
