import type { Answers, AnswerValue, Field } from '#modules/forms/index.ts';
import type { Cell } from '#modules/office/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { cleanText } from '../inventory/clean.ts';
import { plain, rowsIn } from '../inventory/declared.ts';
import type { RowFault } from '../inventory/compare.ts';
import { joinRows, splitRows } from './group-cell.ts';

/** What a cell says: a value, nothing, or what is wrong with it. */
export type CellReading = { readonly value: AnswerValue | undefined } | { readonly reason: string; readonly mend: string };

/** Reads a cell as the field of the form would read it, with the words of its options and numbers as people write them. */
export function readCell(field: Field, cell: Cell, today: LocalDate): CellReading {
  if (field.fields) return readGroup(field, field.fields, cell, today);
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : textOf(cell), chosen = chosenIn(field, text);
  if ('unknown' in chosen) return { reason: `«${chosen.unknown.slice(0, 60)}» no es una de las opciones.`, mend: `Escriba ${optionsOf(field).map(({ words }) => `«${words}»`).join(', ')}.` };
  const [first = ''] = chosen.texts;
  return readingOf(field.behaviour.read({ text: () => first, list: () => chosen.texts, files: [] }, { name: nameOf(field), today }));
}

/** Checks a value that came as JSON. */
export const readValue = (field: Field, value: unknown, today: LocalDate): CellReading =>
  (field.fields ? readRows(field, field.fields, Array.isArray(value) ? value.map((row: unknown) => row) : [value], today) : readingOf(field.behaviour.check(value, { name: nameOf(field), today })));

type Reading = ReturnType<Field['behaviour']['check']>;

function readingOf(reading: Reading): CellReading {
  if (reading.kind !== 'error') return { value: reading.kind === 'value' ? reading.value : undefined };
  const [reason = '', ...mend] = reading.message.split(/(?<=[.:]) /);
  return { reason, mend: mend.join(' ') };
}

/** The field inside a sentence. */
const nameOf = ({ called, label }: Field): string => called ?? `«${label.es}»`;

/** A cell as a text. */
export const textOf = (cell: Cell): string => (cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'Sí' : 'No') : cleanText(String(cell)));

/** An option of a closed list: what is stored, and its words. */
export type Option = { readonly value: string; readonly words: string };

/** The options of a field that has some, also yes and no. */
export function optionsOf({ type, behaviour }: Field): readonly Option[] {
  if (type === 'yes-no') return [{ value: 'si', words: 'Sí' }, { value: 'no', words: 'No' }];
  const { schema } = behaviour, list = type === 'checkboxes' ? listOf(schema.items) : listOf(schema);
  return list.map((value) => ({ value, words: behaviour.say(type === 'checkboxes' ? [value] : value)[0] ?? value }));
}

const listOf = (schema: unknown): readonly string[] => {
  const found: unknown = typeof schema === 'object' && schema !== null && 'enum' in schema ? schema.enum : [];
  return Array.isArray(found) ? found.filter((one: unknown) => typeof one === 'string') : [];
};

// How else people answer yes and no, or mark a cell.
const answers: Readonly<Record<string, string>> = { s: 'si', x: 'si', verdadero: 'si', true: 'si', 1: 'si', n: 'no', falso: 'no', false: 'no', 0: 'no', no: 'no' };

/** The texts that the field is to read: the values of the options that the cell names by their words. */
function chosenIn(field: Field, text: string): { readonly texts: readonly string[] } | { readonly unknown: string } {
  const options = optionsOf(field);
  if (options.length === 0 || text === '') return { texts: text === '' ? [] : [text] };
  const find = (said: string): string | undefined => options.find(({ value, words }) => plain(words) === plain(said) || plain(value) === plain(said))?.value ?? (field.type === 'yes-no' && Object.hasOwn(answers, plain(said)) ? answers[plain(said)] : undefined);
  const pieces = field.type === 'checkboxes' ? partsOf(text, find) : [text], unknown = pieces.find((piece) => find(piece) === undefined);
  return unknown === undefined ? { texts: pieces.flatMap((piece) => find(piece) ?? []) } : { unknown };
}

// Options are separated by semicolons, bars or lines; by commas only where that gives options.
function partsOf(text: string, find: (said: string) => string | undefined): readonly string[] {
  return text.split(/[;|\n]/).map((one) => one.trim()).filter((one) => one !== '')
    .flatMap((one) => { const parts = one.split(',').map((part) => part.trim()).filter((part) => part !== ''); return find(one) === undefined && parts.length > 1 && parts.some((part) => find(part) !== undefined) ? parts : [one]; });
}

function readGroup(field: Field, fields: readonly Field[], cell: Cell, today: LocalDate): CellReading {
  const rows = splitRows(textOf(cell)), faults: string[] = [];
  const read = rows.map((parts, at) => {
    const row = readRow(fields, (_inner, column) => parts[column] ?? null, today);
    faults.push(...row.faults.map(({ reason, mend }) => `Fila ${at + 1} de la celda: ${reason} ${mend}`));
    if (parts.length > fields.length) faults.push(`Fila ${at + 1} de la celda: tiene ${parts.length} partes y caben ${fields.length}.`);
    return row.answers;
  });
  if (faults.length > 0) return { reason: faults.slice(0, 3).join(' '), mend: 'Separe las filas con « | » y sus partes con « :: ».' };
  return limited(field, read, today);
}

function readRows(field: Field, fields: readonly Field[], rows: readonly unknown[], today: LocalDate): CellReading {
  const list: Answers[] = [];
  for (const row of rows) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return { reason: 'Debe ser una lista de filas.', mend: 'Escriba cada fila como un objeto.' };
    const found = Object.entries(row).find(([id]) => !fields.some((inner) => inner.id === id));
    if (found) return { reason: `«${found[0].slice(0, 60)}» no es una parte de la fila.`, mend: `Las partes son ${fields.map(({ id }) => id).join(', ')}.` };
    const read = fields.map((inner) => [inner, readValue(inner, Reflect.get(row, inner.id), today)] as const), wrong = read.find(([, one]) => 'reason' in one);
    if (wrong && 'reason' in wrong[1]) return wrong[1];
    list.push(Object.fromEntries(read.flatMap(([{ id }, one]) => ('value' in one && one.value !== undefined ? [[id, one.value] as const] : []))));
  }
  return limited(field, list, today);
}

/** Rows of a group within its limits. */
export const limited = (field: Field, rows: readonly Answers[], today: LocalDate): CellReading => readingOf(field.behaviour.check([...rows], { name: nameOf(field), today }));

/** One row of a group, cell by cell. The first field of a group is what the row is called by, and a row without it says nothing that can be kept. */
export function readRow(fields: readonly Field[], cellOf: (field: Field, at: number) => Cell, today: LocalDate): { readonly answers: Answers; readonly faults: readonly (RowFault & { readonly field: Field })[] } {
  const said: Record<string, AnswerValue> = {}, faults: (RowFault & { readonly field: Field })[] = [];
  for (const [at, field] of fields.entries()) {
    const read = readCell(field, cellOf(field, at), today);
    if ('reason' in read) faults.push({ field, column: field.label.es, reason: read.reason, mend: read.mend });
    else if (read.value !== undefined) said[field.id] = read.value;
    else if (at === 0) faults.push({ field, column: field.label.es, reason: `Falta ${nameOf(field)}.`, mend: 'Escríbalo, o borre la fila.' });
  }
  return { answers: said, faults };
}

/** A value as a cell, so that reading the cell gives the value again. */
export function writeCell(field: Field, value: AnswerValue | undefined): Cell {
  if (value === undefined || value === null || value === '') return null;
  if (field.fields) return joinRows(rowsIn({ it: value }, 'it').map((row) => (field.fields ?? []).map((inner) => sayCell(inner, row[inner.id])))) || null;
  if (field.type === 'money') return typeof value === 'number' ? value / 100 : null;
  if (typeof value === 'number') return value;
  if (field.type === 'text' || field.type === 'textarea') return typeof value === 'string' ? value : null;
  return field.behaviour.say(value).join('; ') || null;
}

const sayCell = (field: Field, value: AnswerValue | undefined): string => { const cell = writeCell(field, value); return typeof cell === 'number' ? String(cell).replace('.', ',') : textOf(cell); };
