import { settleAnswers, type Answers, type Form } from '#modules/forms/index.ts';
import type { Cell, Sheet } from '#modules/office/index.ts';
import { rowsIn } from '../inventory/declared.ts';
import { optionsOf, writeCell } from './cells.ts';
import { idKey, sheetKinds, type SheetKind } from './columns.ts';
import { exampleName, explanationName } from './guess.ts';

/** An entry as a file says it. */
export type Written = { readonly slug: string; readonly answers: Answers };

/** The inventory as sheets: the procedures, and one sheet for each group. Reading them again changes nothing. */
export function inventorySheets(form: Form, entries: readonly Written[]): readonly Sheet[] {
  const shown = entries.map((entry) => ({ ...entry, answers: settleAnswers(form, entry.answers, { now: new Date(0) }) }));
  return sheetKinds(form).map((kind) => (kind.role === 'tramites' ? { name: kind.name, head: headsOf(mainColumns(kind)), rows: shown.map((entry) => mainRow(mainColumns(kind), entry)) } : { name: kind.name, head: headsOf(kind.columns), rows: shown.flatMap((entry) => groupRows(kind, entry)) }));
}

/** The inventory as one sheet, with the rows of each group in one cell: for a CSV. */
export function inventorySheet(form: Form, entries: readonly Written[]): Sheet {
  const [main] = sheetKinds(form), columns = main?.columns ?? [];
  return { name: main?.name ?? '', head: headsOf(columns), rows: entries.map((entry) => mainRow(columns, { ...entry, answers: settleAnswers(form, entry.answers, { now: new Date(0) }) })) };
}

type Columns = SheetKind['columns'];
const headsOf = (columns: Columns): readonly string[] => columns.map(({ head }) => head);
const mainColumns = ({ columns }: SheetKind): Columns => columns.filter(({ field }) => field?.fields === undefined);
const mainRow = (columns: Columns, { slug, answers }: Written): readonly Cell[] => columns.map(({ key, field }) => (field ? writeCell(field, answers[key]) : slug));

const groupRows = ({ role, columns }: SheetKind, { slug, answers }: Written): readonly (readonly Cell[])[] =>
  rowsIn(answers, role).map((row) => columns.map(({ key, field }) => (field ? writeCell(field, row[key]) : slug)));

/** The inventory as lines of JSON: the identifier, and the answers under the ids of the form. */
export const inventoryLines = (form: Form, entries: readonly Written[]): string =>
  entries.map(({ slug, answers }) => `${JSON.stringify({ [idKey]: slug, ...settleAnswers(form, answers, { now: new Date(0) }) })}\n`).join('');

/** Empty sheets to fill in, with an example and what each column takes; of a CSV only the heads. */
export function templateSheets(form: Form, example: Written): readonly Sheet[] {
  const empty = inventorySheets(form, []), [main] = inventorySheets(form, [example]);
  return [...empty, { name: exampleName, head: main?.head ?? [], rows: main?.rows ?? [] }, { name: explanationName, head: ['Hoja', 'Columna', 'Qué va'], rows: explanations(form).map(({ sheet, head, says }) => [sheet, head, says]) }];
}

/** What a column takes, in a sentence. */
export type Explanation = { readonly sheet: string; readonly head: string; readonly says: string };

/** What each column of each sheet takes. */
export const explanations = (form: Form): readonly Explanation[] =>
  sheetKinds(form).flatMap((kind) => (kind.role === 'tramites' ? mainColumns(kind) : kind.columns).map((column) => ({ sheet: kind.name, head: column.head, says: saysOf(column) })));

function saysOf({ key, field }: Columns[number]): string {
  if (!field) return 'La última parte de la dirección de la ficha. Déjelo vacío en los trámites nuevos sin otras hojas; si llena otras hojas, escriba el mismo en todas.';
  const words = optionsOf(field).map((one) => one.words).join(', '), hint = field.hint?.es ?? '';
  const kind = field.type === 'checkboxes' ? `Una o varias, separadas por punto y coma: ${words}.` : words !== '' ? `Una de estas: ${words}.` : (takes[field.type] ?? 'Texto.');
  return [kind, hint, key === 'nombre' ? 'Es lo único que no puede faltar.' : ''].filter((one) => one !== '').join(' ');
}

const takes: Readonly<Record<string, string>> = { integer: 'Un número entero.', decimal: 'Un número; los decimales, después de una coma.', money: 'Un monto en bolivianos.' };
