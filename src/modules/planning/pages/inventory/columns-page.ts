import type { Sheet } from '#modules/office/index.ts';
import { button, details, errorSummary, postForm, select, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { SheetKind } from '../../domain/sheets/columns.ts';
import type { SheetMapping } from '../../domain/sheets/guess.ts';
import type { MappingFault } from '../../domain/sheets/mapping-faults.ts';
import type { ImportHead } from '../../store/imports.ts';
import { importHref } from './addresses.ts';

/** What the page of the columns shows. */
export type Shown = { readonly ctx: Context; readonly head: ImportHead; readonly kinds: readonly SheetKind[]; readonly sheets: readonly Sheet[]; readonly mappings: readonly SheetMapping[]; readonly faults: readonly MappingFault[] };

/** Name of the field that says what a sheet holds. */
export const roleName = (sheet: number): string => `hoja-${sheet}`;

/** Name of the field that says what a column is. */
export const columnName = (sheet: number, column: number): string => `columna-${sheet}-${column}`;

const faultId = ({ sheet, column }: MappingFault): string => (column < 0 ? roleName(sheet) : columnName(sheet, column));

/** Asks what each sheet and each column of a file is; what was guessed is chosen already. */
export const columnsPage = (shown: Shown): PageContent => ({
  title: 'Qué es cada columna', section: '/plan', noIndex: true, hasErrors: shown.faults.length > 0, backLink: { href: '/plan/inventario/importacion', text: 'Subir otro archivo' },
  main: html`${errorSummary(shown.faults.map((fault) => ({ href: `#${faultId(fault)}`, text: fault.text })))}<span class="govuk-caption-l">${shown.head.fileName}</span><h1 class="govuk-heading-l">Qué es cada columna</h1>
    <p class="govuk-body">Elegimos por los nombres de las columnas. Revise y cambie lo que haga falta: la próxima vez que suba un archivo con los mismos nombres no se lo volveremos a preguntar.</p>
    ${postForm({ csrf: shown.ctx.csrf, action: importHref(shown.head.id, '/columnas'), body: html`${shown.sheets.map((sheet, at) => sheetPart(shown, sheet, at))}${button({ text: 'Comparar con el inventario' })}` })}`,
});

function sheetPart({ kinds, mappings, sheets, faults }: Shown, sheet: Sheet, at: number): Html {
  const mapping = mappings[at], kind = kinds.find(({ role }) => role === mapping?.role);
  return html`<h2 class="govuk-heading-m">${sheets.length === 1 ? 'Columnas' : `Hoja «${sheet.name}»`}</h2>
    ${sheets.length > 1 && select({ id: roleName(at), name: roleName(at), label: html`Qué trae esta hoja<span class="govuk-visually-hidden">: ${sheet.name}</span>`, value: mapping?.role, error: faults.find((one) => one.sheet === at && one.column < 0)?.text, options: [...kinds.map(({ role, name }) => ({ value: role, text: name })), { value: 'ninguno', text: 'Nada que importar' }] })}
    ${kind && sheet.head.map((_, column) => columnPart(kind, mapping, sheet, at, column, faults))}
    ${kind && details({ summary: html`Ver las primeras filas${sheets.length > 1 && html`<span class="govuk-visually-hidden"> de ${sheet.name}</span>`}`, body: firstRows(sheet) })}`;
}

function columnPart({ columns }: SheetKind, mapping: SheetMapping | undefined, sheet: Sheet, at: number, column: number, faults: readonly MappingFault[]): Html {
  const head = sheet.head[column] || `Columna ${column + 1}, sin nombre`, examples = exampleValues(sheet, column), id = columnName(at, column);
  return select({
    id, name: id, label: head, labelSize: 's', hint: examples.length === 0 ? 'Vacía' : `Por ejemplo: ${examples.join(' · ')}`, value: mapping?.columns[column] ?? '', error: faults.find((one) => one.sheet === at && one.column === column)?.text,
    emptyText: 'No se importa', options: columns.map((one) => ({ value: one.key, text: one.head })),
  });
}

const examplesMax = 3, exampleMax = 40, rowsShown = 3, cellMax = 80;
const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max - 1)}…` : text).toWellFormed();

const exampleValues = (sheet: Sheet, column: number): readonly string[] =>
  [...new Set(sheet.rows.slice(0, 200).map((row) => row[column]).filter((cell) => cell !== null && cell !== undefined && cell !== '').map((cell) => cut(String(cell), exampleMax)))].slice(0, examplesMax);

const firstRows = (sheet: Sheet): Html => table({
  caption: `Primeras filas de ${sheet.name}`, captionHidden: true, cards: true, head: sheet.head.map((head, column) => head || `Columna ${column + 1}`),
  rows: sheet.rows.slice(0, rowsShown).map((row) => row.map((cell) => (cell === null ? '' : cut(String(cell), cellMax)))),
});
