import { randomInt, randomUUID } from 'node:crypto';
import type { Db } from '#kernel/db/index.ts';

/** A transaction of the simulator, as the gateway would keep it. `amount` in bolivianos with two decimals, as text. */
export type SimulatedTransaction = {
  readonly id: string; readonly orderCode: string; readonly amount: string; readonly description: string; readonly account: string; readonly cpt: string;
  readonly state: SimulatedState; readonly method: 'QR' | 'CPT' | null; readonly paidAt: Date | null; readonly createdAt: Date; readonly expiresAt: Date;
};

export type SimulatedState = 'PENDIENTE' | 'PROCESADO' | 'RECHAZADO' | 'ANULADO' | 'EXPIRADO';

/** How the simulator misbehaves on demand. */
export type Behaviour = { readonly webhook: 'once' | 'twice' | 'late' | 'never'; readonly service: 'normal' | 'slow' | 'down' };

const lifeHours = 48;

/** Opens a transaction; `undefined` when the code of the order has been used. */
export async function insertTransaction(db: Db, made: Pick<SimulatedTransaction, 'orderCode' | 'amount' | 'description' | 'account'>, now: Date): Promise<SimulatedTransaction | undefined> {
  const [row] = await db.rows<SimulatedTransaction>(`
    insert into payments.simulated_transaction (id, order_code, amount, description, account, cpt, state, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, 'PENDIENTE', $7, $8) on conflict (order_code) do nothing returning ${columns}`,
  [randomUUID(), made.orderCode, made.amount, made.description, made.account, cptCode(), now, new Date(now.getTime() + lifeHours * 3_600_000)]);
  return row;
}

// Ten digits, which can be said over a telephone.
const cptCode = (): string => `${randomInt(10_000, 99_999)}${String(randomInt(0, 99_999)).padStart(5, '0')}`;

/** A transaction by its code; one whose time has run out is expired from then on. */
export async function findTransaction(db: Db, id: string, now: Date): Promise<SimulatedTransaction | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  await db.rows(`update payments.simulated_transaction set state = 'EXPIRADO' where id = $1 and state = 'PENDIENTE' and expires_at <= $2`, [id, now]);
  const [row] = await db.rows<SimulatedTransaction>(`select ${columns} from payments.simulated_transaction where id = $1`, [id]);
  return row;
}

/** Ends a transaction that is still open; says whether it was. */
export async function endTransaction(db: Db, id: string, state: 'PROCESADO' | 'RECHAZADO', method: 'QR' | 'CPT' | null, now: Date): Promise<boolean> {
  const ended = await db.rows(`update payments.simulated_transaction set state = $2, method = $3, paid_at = $4 where id = $1 and state = 'PENDIENTE' and expires_at > $5 returning id`,
    [id, state, method, state === 'PROCESADO' ? now : null, now]);
  return ended.length > 0;
}

/** The latest transactions, newest first. */
export const latestTransactions = (db: Db, limit = 20): Promise<SimulatedTransaction[]> =>
  db.rows<SimulatedTransaction>(`select ${columns} from payments.simulated_transaction order by created_at desc limit $1`, [limit]);

const columns = `id, order_code as "orderCode", amount::text as amount, description, account, cpt, state, method, paid_at as "paidAt", created_at as "createdAt", expires_at as "expiresAt"`;

/** How it misbehaves now. */
export async function readBehaviour(db: Db): Promise<Behaviour> {
  const [row] = await db.rows<Behaviour>('select webhook, service from payments.simulated_behaviour');
  return row ?? { webhook: 'once', service: 'normal' };
}

/** How it misbehaves from now on. */
export async function writeBehaviour(db: Db, { webhook, service }: Behaviour): Promise<void> {
  await db.rows('update payments.simulated_behaviour set webhook = $1, service = $2', [webhook, service]);
}
