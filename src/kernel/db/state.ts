import { invariant } from '../errors/index.ts';
import type { Db } from './types.ts';

/** The database as an administrator asks about it: version of its server, and bytes that it takes on disk. */
export type DatabaseState = { readonly version: string; readonly bytes: number };

/** Asks the server; it adds up the sizes of files and reads no table. */
export async function databaseState(db: Db): Promise<DatabaseState> {
  const [row] = await db.rows<DatabaseState>(`select split_part(current_setting('server_version'), ' ', 1) as version, pg_database_size(current_database())::float8 as bytes`);
  invariant(row, 'a select without a table gives one row');
  return row;
}
