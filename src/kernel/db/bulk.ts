import pg from 'pg';
import type { Param } from './types.ts';
import { CopyIn, CopyOut } from './copy.ts';
import { meaningOf } from './violations.ts';

/** One connection inside one transaction, for moving whole tables: backup and restore. */
export type Bulk = {
  readonly rows: <Row extends object>(sql: string, params?: readonly Param[]) => Promise<Row[]>;
  /** The rows of `copy … to stdout`, in chunks, with bounded memory. Only one statement at a time. */
  readonly copyOut: (sql: string) => AsyncIterable<Buffer>;
  /** Feeds `copy … from stdin`. */
  readonly copyIn: (sql: string, chunks: AsyncIterable<Buffer>) => Promise<void>;
  readonly commit: () => Promise<void>;
  /** Ends the connection; what was not committed is undone. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the connection. `read` sees the database as it is at its first statement, however long it takes and whatever others write meanwhile;
 * `write` keeps everything or nothing.
 */
export async function openBulk(url: string, purpose: 'read' | 'write'): Promise<Bulk> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away fails the running statement; the event would end the process.
  client.on('error', () => undefined);
  await client.connect().catch((caught: unknown) => { throw meaningOf(caught); });
  await client.query(purpose === 'read' ? 'begin isolation level repeatable read read only' : 'begin');
  await client.query('set local statement_timeout = 0; set local synchronize_seqscans = off');
  return {
    rows: async <Row extends object>(sql: string, params: readonly Param[] = []) =>
      (await client.query<Row>(sql, [...params]).catch((caught: unknown) => { throw meaningOf(caught); })).rows,
    copyOut: (sql) => client.query(new CopyOut(sql)),
    copyIn: (sql, chunks) => client.query(new CopyIn(sql, chunks)).done,
    commit: async () => { await client.query('commit'); },
    close: () => client.end(),
  };
}
