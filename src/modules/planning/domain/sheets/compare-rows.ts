import { slugOf } from '#modules/catalog/index.ts';
import { settleAnswers, type Answers, type AnswerValue, type Form } from '#modules/forms/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { changesBetween, laidOver, retiredFault, type ReadRow, type RowFault } from '../inventory/compare.ts';
import type { Entry } from '../inventory/entry.ts';
import { sortKeyOf } from '../inventory/sort-key.ts';
import type { RawRow } from './raw-rows.ts';

/** What rows are compared with: the entries of the entity by id, and by the name as it is sorted. */
export type KnownEntries = { readonly byId: ReadonlyMap<string, Entry>; readonly byName: ReadonlyMap<string, readonly Entry[]> };

/** For whom, with which form, and when. */
export type RowReader = { readonly entityKey: string; readonly form: Form; readonly now: Date };

const slugMax = 80;
const slugFor = (row: RawRow): string => slugOf(row.identifier === '' ? row.name : row.identifier).slice(0, slugMax).replace(/-+$/, '');

/** What has to be looked up before these rows can be compared. */
export const wantedBy = (rows: readonly RawRow[], entityKey: string): { readonly ids: readonly string[]; readonly sortKeys: readonly string[] } =>
  ({ ids: rows.map((row) => `${entityKey}/${slugFor(row)}`), sortKeys: rows.flatMap(({ name }) => (name === '' ? [] : [sortKeyOf(name)])) });

/** Compares the rows of a file with the inventory, one by one; a procedure that comes twice is wrong the second time. */
export function compareRows(rows: readonly RawRow[], known: KnownEntries, reader: RowReader): (from: number, to: number) => readonly ReadRow[] {
  const seen = new Map<string, number>();
  return (from, to) => rows.slice(from, to).map((row) => {
    const found = entryFor(row, known, reader.entityKey), { line } = row, name = row.name === '' ? (found.entry?.name ?? '') : row.name;
    const twice = seen.get(found.procedureId), faults = [...row.faults, ...found.faults, ...(twice !== undefined && row.faults.length === 0 ? [fault('', `Ya está en la fila ${twice}.`, 'Deje una sola.')] : [])];
    if (faults.length > 0) return { line, name, becomes: 'wrong', faults };
    seen.set(found.procedureId, line);
    return compared(row, name, found, reader);
  });
}

const fault = (column: string, reason: string, mend: string): RowFault => ({ column, reason, mend });

type Found = { readonly procedureId: string; readonly slug: string; readonly entry: Entry | undefined; readonly faults: readonly RowFault[] };

function entryFor(row: RawRow, { byId, byName }: KnownEntries, entityKey: string): Found {
  const own = slugFor(row), byIdentifier = byId.get(`${entityKey}/${own}`);
  // An identifier that nobody knows may be the code of another register: the name says which procedure it is.
  const named = row.name === '' || (row.identifier !== '' && byIdentifier) ? [] : inUse(byName.get(sortKeyOf(row.name)) ?? []);
  const entry = named[0] ?? byIdentifier, slug = entry?.slug ?? own, procedureId = entry?.procedureId ?? `${entityKey}/${own}`;
  const faults = row.faults.length > 0 ? [] : [
    ...(named.length > 1 ? [fault('Identificador', `Hay ${named.length} trámites con este nombre.`, `Escriba en la columna Identificador el de uno de ellos: ${named.slice(0, 5).map((one) => one.slug).join(', ')}.`)] : []),
    ...(slug === '' ? [fault('Nombre', 'No dice qué trámite es.', 'Escriba el nombre o el identificador.')] : []),
    ...(slug !== '' && entry === undefined && row.name === '' ? [fault('Nombre', `Ningún trámite del inventario tiene el identificador «${row.identifier.slice(0, 80)}», y la fila no dice el nombre.`, 'Corrija el identificador, o escriba el nombre para agregarlo.')] : []),
    ...(entry?.retiredAt ? [retiredFault] : []),
  ];
  return { procedureId, slug, entry, faults };
}

// Where one of two of the same name is retired, the name means the other.
function inUse(named: readonly Entry[]): readonly Entry[] {
  const used = named.filter(({ retiredAt }) => retiredAt === null);
  return used.length > 0 ? used : named.slice(0, 1);
}

function compared(row: RawRow, name: string, { procedureId, slug, entry }: Found, { form, now }: RowReader): ReadRow {
  const before = entry?.answers ?? {}, said: Record<string, AnswerValue> = {}, faults: RowFault[] = [], today = localDateOf(now);
  for (const { field, read, repeats } of row.said) {
    if (entry && repeats(before[field.id])) continue;
    const reading = read(today);
    if ('faults' in reading) faults.push(...reading.faults);
    else if (reading.value !== undefined) said[field.id] = reading.value;
  }
  const answers = laidOver(before, implied(said, before)), lost = faults.length > 0 ? [] : withoutPlace(form, said, answers, now);
  if (faults.length + lost.length > 0) return { line: row.line, name, becomes: 'wrong', faults: [...faults, ...lost] };
  const changes = entry ? changesBetween(form, before, answers) : [], becomes = entry === undefined ? 'new' : changes.length === 0 ? 'same' : 'changed';
  return { line: row.line, name, becomes, procedureId, slug, answers: becomes === 'same' ? {} : answers, changes, revision: entry?.revision ?? 0 };
}

// A sheet has no question before the question: a cost says that it is not free, months that there is a season.
function implied(said: Answers, before: Answers): Answers {
  const isUnsaid = (field: string): boolean => said[field] === undefined && (before[field] ?? null) === null;
  const { costo, ...rest } = said, paid = (typeof costo === 'number' && costo > 0) || said.costo_formula !== undefined;
  return {
    ...((said.gratuito ?? before.gratuito) === true && costo === 0 ? rest : said),
    ...(paid && isUnsaid('gratuito') ? { gratuito: false } : {}), ...(said.meses !== undefined && isUnsaid('estacional') ? { estacional: true } : {}),
    ...(said.departamentos !== undefined && isUnsaid('alcance') ? { alcance: 'departamentos' } : {}),
  };
}

/** What a row says of a question that its other answers leave out, such as the cost of what is free. */
function withoutPlace(form: Form, said: Answers, answers: Answers, now: Date): readonly RowFault[] {
  const settled = settleAnswers(form, answers, { now });
  return form.pages.flatMap((page) => page.fields).filter(({ id }) => said[id] !== undefined && answers[id] === said[id] && settled[id] === undefined)
    .map(({ label }) => fault(label.es, 'No va con lo demás que se dice del trámite.', 'Deje vacía la celda, o corrija la respuesta de la que depende.'));
}
