import pg from 'pg';
import type { Db, Param, Tx } from './types.ts';
import { invariant } from '../errors/index.ts';
import { meaningOf } from './violations.ts';

/** An open database with its pool of connections. */
export type Database = Db & {
  readonly close: () => Promise<void>;
  /** How many connections are open and idle, and how many callers wait for one. */
  readonly connections: () => { readonly open: number; readonly idle: number; readonly waiting: number };
};

export type DatabaseOptions = { readonly connectionsMax?: number; readonly queryTimeoutSeconds?: number };

/**
 * Opens a pool on a Postgres ≥ 15. Statements are pipelined: `begin` travels with the first statement. Nothing depends on session
 * state, so a transaction pooler may stand between. The timeout is kept on our side, because a killed server never answers.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  // The driver's types don't name `pipeline` yet.
  const pool = new pg.Pool({
    connectionString: url, max: options.connectionsMax ?? 16, pipeline: true,
    query_timeout: (options.queryTimeoutSeconds ?? 30) * 1000, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, allowExitOnIdle: true,
  } as pg.PoolConfig);
  // A connection that the server closed is dropped by the pool, and the next statement opens another. One that is in the middle of a
  // transaction says so here too, beside failing its statements; unheard, that would end the process.
  pool.on('error', () => undefined).on('connect', (client) => { client.on('error', () => undefined); });
  return {
    rows: (sql, params) => run(pool, sql, params),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}

async function run<Row extends object>(target: pg.Pool | pg.PoolClient, sql: string, params: readonly Param[] = []): Promise<Row[]> {
  try {
    // The driver asks for a list that it may change, and never does.
    const result = await target.query<Row>(sql, params as unknown[]);
    return result.rows;
  } catch (caught) {
    throw meaningOf(caught);
  }
}

async function inTransaction<Result>(pool: pg.Pool, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await pool.connect().catch((caught: unknown) => { throw meaningOf(caught); });
  let broken: Error | undefined;
  try {
    const begun = client.query('begin');
    begun.catch(() => undefined);
    const result = await work(transactionOn(client));
    await begun;
    await commit(client);
    return result;
  } catch (caught) {
    await client.query('rollback').catch((error: Error) => { broken = error; });
    throw caught;
  } finally {
    client.release(broken);
  }
}

function transactionOn(client: pg.PoolClient): Tx {
  const tx: Tx = {
    inTransaction: true,
    rows: (sql, params) => run(client, sql, params),
    transaction: (work) => work(tx),
  };
  return tx;
}

// After a failed statement Postgres answers COMMIT with the tag ROLLBACK and no error: an unchecked commit would lie.
async function commit(client: pg.PoolClient): Promise<void> {
  const ended = await client.query('commit').catch((caught: unknown) => { throw meaningOf(caught); });
  invariant(ended.command === 'COMMIT', 'a transaction whose statements all succeeded commits');
}
