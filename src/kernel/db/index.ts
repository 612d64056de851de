/** The one way to Postgres: single statements, transactions, migrations. No other file of the project imports the driver. */
export type { Db, Param, Tx } from './types.ts';
export { openBulk } from './bulk.ts';
export type { Bulk } from './bulk.ts';
export { openDatabase } from './database.ts';
export type { Database } from './database.ts';
export { isUniqueViolation } from './violations.ts';
export { migrate, migrationsIn } from './migrate.ts';
export type { Migration } from './migrate.ts';
export { databaseState } from './state.ts';
export type { DatabaseState } from './state.ts';
