import { invariant } from '#kernel/errors/index.ts';

/** A column as its migration writes it; `says` is the comment above it. */
type Column = { readonly name: string; readonly type: string; readonly says: string };

/** A table as the migrations make it. */
export type Table = { readonly name: string; readonly says: string; readonly appendOnly: boolean; readonly columns: readonly Column[]; readonly constraints: readonly string[] };

/** The tables of migrations, in their order. A statement about a table that this can't read is an invariant broken, so that nothing is left out unseen. */
export function tablesOf(migrations: readonly { readonly name: string; readonly sql: string }[]): readonly Table[] {
  const tables = new Map<string, Table>();
  for (const { name, sql } of migrations) for (const match of sql.matchAll(statements)) apply(tables, name, sql, match);
  return [...tables.values()];
}

const statements = /^(?<doc>(?:--[^\n]*\n)*)(?<verb>create table|alter table|drop table|comment on table) (?<table>[\w.]+)(?<rest>[^;]*(?:'[^']*'[^;]*)*);/gm;

function apply(tables: Map<string, Table>, file: string, sql: string, { groups, index }: RegExpMatchArray): void {
  const { doc = '', verb = '', table = '', rest = '' } = groups ?? {};
  const known = tables.get(table);
  if (verb === 'create table') tables.set(table, { name: table, says: said(doc.split('\n')), appendOnly: false, ...partsOf(bodyOf(sql, index ?? 0)) });
  else if (verb === 'drop table') tables.delete(table);
  else if (verb === 'comment on table' && known) tables.set(table, { ...known, appendOnly: known.appendOnly || /^ is 'append-only/.test(rest) });
  else tables.set(table, altered(known, rest.trim(), `${file}: ${verb} ${table}`));
}

function altered(known: Table | undefined, change: string, where: string): Table {
  // What a column holds by itself is said by its migration alone.
  if (known && /^alter (?:column )?\w+ set default [\s\S]+$/.test(change)) return known;
  const lifted = /^drop constraint (?<name>\w+)$/.exec(change)?.groups?.name, bound = /^add (?<constraint>constraint \w+ [\s\S]+)$/.exec(change)?.groups?.constraint;
  if (known && lifted !== undefined) return without(known, lifted);
  if (known && bound !== undefined) return { ...known, constraints: [...known.constraints, ...partsOf(bound).constraints] };
  const added = /^add (?:column )?(?!constraint\b)(?<definition>\w+ [\s\S]+)$/.exec(change)?.groups?.definition;
  const dropped = /^drop (?:column )?(?!constraint\b)(?<column>\w+)$/.exec(change)?.groups?.column;
  invariant(known && (added ?? dropped), `${where} is understood by test/reference/read-tables.ts`);
  if (added === undefined) return { ...known, columns: known.columns.filter(({ name }) => name !== dropped) };
  return { ...known, columns: [...known.columns, ...partsOf(added).columns] };
}

// A check that stands beside its column is called by both (Postgres 15, CREATE TABLE).
function without(table: Table, constraint: string): Table {
  const own = (column: string): boolean => constraint === `${table.name.split('.').at(-1) ?? ''}_${column}_check`;
  return {
    ...table, constraints: table.constraints.filter((one) => !one.startsWith(`constraint ${constraint} `)),
    columns: table.columns.map((column) => (own(column.name) ? { ...column, type: column.type.replace(/ check \(.*\)$/, '') } : column)),
  };
}

// What stands between the table's brackets, whatever brackets and quotes are inside.
function bodyOf(sql: string, from: number): string {
  const open = sql.indexOf('(', sql.indexOf('create table', from));
  let depth = 0, end = open;
  do {
    const letter = sql[end];
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    end += 1;
  } while (depth > 0 && end < sql.length);
  return sql.slice(open + 1, end - 1);
}

function partsOf(body: string): Pick<Table, 'columns' | 'constraints'> {
  const columns: Column[] = [], constraints: string[] = [];
  for (const part of splitAtCommas(body)) {
    const lines = part.split('\n').map((line) => line.trim()).filter(Boolean);
    const definition = lines.filter((line) => !line.startsWith('--')).join(' ').replace(/\s+/g, ' ');
    const column = /^(?<name>[a-z_0-9]+) (?<type>.+)$/.exec(definition)?.groups;
    if (/^(primary key|unique|check|constraint|foreign key)\b/.test(definition)) constraints.push(definition);
    else if (column) columns.push({ name: column.name ?? '', type: column.type ?? '', says: said(lines.filter((line) => line.startsWith('--'))) });
  }
  return { columns, constraints };
}

// A comma inside brackets, quotes or a comment parts nothing.
function splitAtCommas(body: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of body.matchAll(/--[^\n]*\n|'[^']*'|[\s\S]/g)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (piece === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

const said = (lines: readonly string[]): string => lines.map((line) => line.replace(/^--\s?/, '').trim()).filter(Boolean).join(' ');
