import type { Sheet } from '#modules/office/index.ts';
import { headKey, type Column, type SheetKind, type SheetRole } from './columns.ts';

/** What a sheet of a file is taken for, and what each of its columns says: the key of a column of the inventory, or nothing. */
export type SheetMapping = { readonly role: SheetRole; readonly columns: readonly string[] };

/** What the entity has said before of sheets and heads, as they are compared: `sheets` by name, `columns` by role and head. */
export type MappingMemory = { readonly sheets: Readonly<Record<string, SheetRole>>; readonly columns: Readonly<Record<string, string>> };

export const emptyMemory: MappingMemory = { sheets: {}, columns: {} };

/** A guess at a whole file. `sure` where nothing of it is a guess: every head is one of ours, or was said before. */
export type Guess = { readonly mappings: readonly SheetMapping[]; readonly sure: boolean };

/** Guesses what the sheets of a file are, by what the entity said before, by the names that we give, and by what else people call things. */
export function guessMapping(sheets: readonly Sheet[], kinds: readonly SheetKind[], memory: MappingMemory): Guess {
  const roles = rolesOf(sheets, kinds, memory);
  const guessed = sheets.map((sheet, at) => columnsOf(sheet, roles[at] ?? { role: 'ninguno', sure: true }, kinds, memory));
  return { mappings: guessed.map(({ role, columns }) => ({ role, columns })), sure: guessed.every(({ sure }) => sure) && guessed.some(({ role }) => role === 'tramites') };
}

type Role = { readonly role: SheetRole; readonly sure: boolean };

function rolesOf(sheets: readonly Sheet[], kinds: readonly SheetKind[], memory: MappingMemory): readonly Role[] {
  const named = sheets.map(({ name }): Role | undefined => {
    const key = headKey(name), remembered = said(memory.sheets, key), kind = kinds.find((one) => [one.name, ...one.also].some((it) => headKey(it) === key));
    return remembered !== undefined ? { role: remembered, sure: true } : kind ? { role: kind.role, sure: true } : ignoredNames.has(key) ? { role: 'ninguno', sure: true } : undefined;
  });
  // Where no sheet has a name that we know, the first that has a column with names is the one with the procedures.
  const main = named.some((one) => one?.role === 'tramites') ? -1 : sheets.findIndex((sheet, at) => named[at] === undefined && sheet.head.length > 0);
  return named.map((one, at) => one ?? { role: at === main ? 'tramites' : 'ninguno', sure: sheets.length === 1 });
}

/** Sheets of the template that are only read by people. */
export const exampleName = 'Ejemplo', explanationName = 'Cómo llenar';
const ignoredNames: ReadonlySet<string> = new Set([exampleName, explanationName].map(headKey));

// A head may be called like something that every object has.
const said = <Value>(all: Readonly<Record<string, Value>>, key: string): Value | undefined => (Object.hasOwn(all, key) ? all[key] : undefined);

type Columns = SheetMapping & { readonly sure: boolean };

function columnsOf(sheet: Sheet, { role, sure }: Role, kinds: readonly SheetKind[], memory: MappingMemory): Columns {
  const kind = kinds.find((one) => one.role === role), taken = new Set<string>();
  if (!kind) return { role, sure, columns: sheet.head.map(() => '') };
  const found = sheet.head.map((head) => {
    const one = columnFor(head, kind, memory), free = one.key !== '' && !taken.has(one.key);
    if (free) taken.add(one.key);
    return free ? one : { key: '', sure: one.key === '' && one.sure };
  });
  return { role, columns: found.map(({ key }) => key), sure: sure && found.every((one) => one.sure) };
}

function columnFor(head: string, { role, columns }: SheetKind, memory: MappingMemory): { readonly key: string; readonly sure: boolean } {
  const key = headKey(head), remembered = said(memory.columns, memoryKey(role, head));
  if (key === '') return { key: '', sure: true };
  if (remembered !== undefined) return { key: remembered, sure: true };
  const exact = columns.find((one) => headKey(one.head) === key);
  if (exact) return { key: exact.key, sure: true };
  return { key: (columns.find((one) => one.also.some((it) => headKey(it) === key)) ?? begins(columns, key))?.key ?? '', sure: false };
}

const beginsMin = 5;
const begins = (columns: readonly Column[], key: string): Column | undefined =>
  (key.length < beginsMin ? undefined : columns.find((one) => [one.head, ...one.also].some((it) => { const known = headKey(it); return known.length >= beginsMin && (key.startsWith(`${known} `) || known.startsWith(`${key} `)); })));

/** How a head is remembered. */
const memoryKey = (role: SheetRole, head: string): string => `${role}|${headKey(head)}`;

/** What is remembered after somebody has said what a file is: the newest wins, and the oldest are forgotten. */
export function remember(memory: MappingMemory, sheets: readonly Sheet[], mappings: readonly SheetMapping[]): MappingMemory {
  const told = sheets.flatMap((sheet, at) => { const one = mappings[at]; return one ? [{ sheet, ...one }] : []; });
  return {
    sheets: newest(memory.sheets, sheets.length > 1 ? told.map(({ sheet, role }) => [headKey(sheet.name), role]) : []),
    columns: newest(memory.columns, told.flatMap(({ sheet, role, columns }) => (role === 'ninguno' ? [] : sheet.head.map((head, at): [string, string] => [memoryKey(role, head), columns[at] ?? ''])))),
  };
}

const rememberedMax = 500;

function newest<Value>(before: Readonly<Record<string, Value>>, told: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  const now = new Set(told.map(([key]) => key));
  return Object.fromEntries([...Object.entries(before).filter(([key]) => !now.has(key)), ...told].slice(-rememberedMax));
}
