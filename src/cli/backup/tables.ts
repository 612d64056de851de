import type { Bulk } from '#kernel/db/index.ts';

/** A table of ours: quoted name and columns, so that they can stand in a statement. */
export type Table = { readonly name: string; readonly columns: readonly string[] };

// Partitions come with their parent; generated columns are computed again.
const tables = `
  select format('%I.%I', n.nspname, c.relname) as name,
    array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('information_schema', 'public') and n.nspname not like 'pg\\_%'
  order by 1`;

/** Every table of every schema of ours, by name. */
export const listTables = (bulk: Pick<Bulk, 'rows'>): Promise<Table[]> => bulk.rows<Table>(tables);

/** Every sequence with the last number it gave. Sequences stand outside transactions: read after the tables, they are never behind them. */
export const listSequences = (bulk: Pick<Bulk, 'rows'>): Promise<{ name: string; last: string | null }[]> => bulk.rows(`
  select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
  where schemaname not in ('information_schema', 'public') and schemaname not like 'pg\\_%' order by 1`);

const references = `
  select distinct format('%I.%I', n.nspname, c.relname) as name, format('%I.%I', fn.nspname, fc.relname) as needs
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
  where k.contype = 'f' and k.conrelid <> k.confrelid`;

/** The same tables, each after those that its rows point at. */
export async function inLoadingOrder<One extends { readonly name: string }>(bulk: Pick<Bulk, 'rows'>, all: readonly One[]): Promise<readonly One[]> {
  const needs = Map.groupBy(await bulk.rows<{ name: string; needs: string }>(references), ({ name }) => name);
  const ordered = new Map<string, One>(), entered = new Set<string>(), byName = new Map(all.map((table) => [table.name, table]));
  const place = (table: One): void => {
    if (entered.has(table.name)) return;
    entered.add(table.name);
    for (const { needs: other } of needs.get(table.name) ?? []) { const found = byName.get(other); if (found) place(found); }
    ordered.set(table.name, table);
  };
  for (const table of all) place(table);
  return [...ordered.values()];
}

/** The statement that writes out a table; the same table gives the same bytes as long as nothing in it changes. */
export const copyOutOf = ({ name, columns }: Table): string => `copy (select ${columns.join(', ')} from ${name}) to stdout`;

/** The statement that takes it in. */
export const copyInto = ({ name, columns }: Table): string => `copy ${name} (${columns.join(', ')}) from stdin`;
