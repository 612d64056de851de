import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { refusals } from '../errors/index.ts';

const refuse = refusals('base', {
  newer_database: [500, 'Esta base de datos ya fue usada por una versión más nueva de Ventanilla ({names}). Instale esa versión, o señale otra base de datos.'],
  changed_migration: [500, 'La migración {name} ya se aplicó con otro contenido. Recupere el archivo original: las migraciones aplicadas no se modifican.'],
});

/** One numbered file of SQL; `name` is `<module>/<file>`. */
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

const source = fileURLToPath(new URL('../../', import.meta.url));

/** Every migration of the kernel and of the modules below `root`, the kernel's first, then by module and number. */
export function migrationsIn(root = source): readonly Migration[] {
  const modules = readdirSync(join(root, 'modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ofModules = modules.flatMap(({ name }) => filesOf(name, join(root, 'modules', name, 'migrations')));
  return [...filesOf('kernel', join(root, 'kernel', 'migrations')), ...ofModules];
}

function filesOf(module: string, folder: string): Migration[] {
  const names = listed(folder).filter((name) => /^\d+.*\.sql$/.test(name)).sort();
  return names.map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8');
    return { name: `${module}/${file}`, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

const listed = (folder: string): string[] => {
  try { return readdirSync(folder); } catch { return []; }
};

/**
 * Brings a database up to date, as its owner: all pending migrations in one transaction, so that a failure leaves nothing behind.
 * Several processes may start at once; one does the work, the others wait. Refuses a database that a newer version has used.
 */
export async function migrate(ownerUrl: string, appRole: string, migrations: readonly Migration[]): Promise<{ applied: readonly string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(bookkeeping);
    const pending = await findPending(client, migrations);
    for (const migration of pending) {
      await client.query(migration.sql);
      await client.query('insert into kernel.migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
    }
    if (pending.length > 0) await grant(client, appRole, migrations);
    await client.query('commit');
    return { applied: pending.map((migration) => migration.name) };
  } finally {
    await client.end();
  }
}

// The lock ends with the transaction. It is taken before the schema is looked at, because two first starts may race.
const bookkeeping = `
  select pg_advisory_xact_lock(7268616);
  create schema if not exists kernel;
  create table if not exists kernel.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());`;

async function findPending(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from kernel.migration');
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) refuse('newer_database', { names: unknown.join(', ') });
  const changed = migrations.find((migration) => applied.has(migration.name) && applied.get(migration.name) !== migration.sha256);
  if (changed) refuse('changed_migration', { name: changed.name });
  return migrations.filter((migration) => !applied.has(migration.name));
}

// The application may read and write rows, never alter tables. A table whose comment begins with «append-only» it may not even change.
async function grant(client: pg.Client, appRole: string, migrations: readonly Migration[]): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  const modules = [...new Set(migrations.map((migration) => migration.name.replace(/\/.*/, '').replaceAll('-', '_')))];
  const { rows } = await client.query<{ schema: string }>('select nspname as schema from pg_namespace where nspname = any($1)', [modules]);
  for (const { schema } of rows) {
    const name = pg.escapeIdentifier(schema);
    await client.query(`grant usage on schema ${name} to ${role};
      grant select, insert, update, delete on all tables in schema ${name} to ${role};
      grant usage on all sequences in schema ${name} to ${role};
      grant execute on all functions in schema ${name} to ${role};`);
  }
  const appendOnly = await client.query<{ name: string }>(appendOnlyTables, [rows.map((row) => row.schema)]);
  for (const { name } of appendOnly.rows) await client.query(`revoke update, delete on ${name} from ${role}`);
}

const appendOnlyTables = `
  select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname = any($1) and obj_description(c.oid, 'pg_class') like 'append-only%'`;
