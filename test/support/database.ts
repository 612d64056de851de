import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, migrationsIn, openDatabase, type Database } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';

/** A database of its own for one test file, with every migration applied; `close` drops it. */
export type FreshDatabase = {
  readonly db: Database; readonly url: string; readonly ownerUrl: string;
  /** Runs a statement as the owner of the schemas, who may do what the application may not. */
  readonly asOwner: (sql: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const appRole = 'ventanilla_app';

/**
 * Clones the migrated template, which the first caller makes, into a new database (about 50 ms). Statements run as the application's own role, so that
 * a test fails where the product would. Needs TEST_DATABASE_URL: a superuser on a throw-away server.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const admin = process.env.TEST_DATABASE_URL;
  invariant(admin, 'TEST_DATABASE_URL names a throw-away server; `npm test` sets it');
  const template = await ensureTemplate(admin);
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(admin, async (client) => {
    await client.query('select pg_advisory_lock(7268617)');
    await client.query(`create database ${name} template ${template}`);
  });
  const url = urlFor(admin, name, appRole);
  const db = openDatabase(url);
  const close = async () => { await db.close(); await asAdmin(admin, (client) => client.query(`drop database ${name} with (force)`)); };
  const ownerUrl = urlFor(admin, name);
  return { db, url, ownerUrl, asOwner: (sql) => asAdmin(ownerUrl, (client) => client.query(sql)), close };
}

let ready: Promise<string> | undefined;
const ensureTemplate = (admin: string): Promise<string> => (ready ??= makeTemplate(admin));

async function makeTemplate(admin: string): Promise<string> {
  const migrations = migrationsIn();
  const hash = createHash('sha256').update(migrations.map((migration) => migration.sha256).join()).digest('hex').slice(0, 16);
  const name = `template_${hash}`;
  await asAdmin(admin, async (client) => {
    await client.query('select pg_advisory_lock(7268617)');
    const { rows } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (rows.length > 0) return;
    await client.query(`do $$ begin create role ${appRole} login; exception when duplicate_object then null; end $$`);
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name}`);
    await migrate(urlFor(admin, name), appRole, migrations);
    await client.query(`update pg_database set datistemplate = true where datname = $1`, [name]);
  });
  return name;
}

async function asAdmin<Result>(admin: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try { return await work(client); } finally { await client.end(); }
}

function urlFor(admin: string, database: string, user?: string): string {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  if (user !== undefined) { url.username = user; url.password = ''; }
  return url.href;
}
