import { formatLinks, sheetFormats } from '#modules/office/index.ts';
import { table } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Explanation } from '../../domain/sheets/write-inventory.ts';

/** The empty sheets to download, and what goes into each column. */
export const templatePage = (columns: readonly Explanation[]): PageContent => ({
  title: 'Planilla del inventario', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/inventario', text: 'Inventario' },
  main: html`<h1 class="govuk-heading-l">Planilla del inventario</h1>
    <p class="govuk-body">Un trámite por fila. Sólo el nombre no puede faltar: lo demás se completa después. Las columnas pueden ir en otro orden y llamarse distinto, porque al subir el archivo se dice qué es cada una.</p>
    ${formatLinks('/plan/inventario/plantilla', sheetFormats)}
    <p class="govuk-body">En ODS y XLSX, los requisitos, los pasos y la base legal van en hojas aparte: una fila por requisito, con el identificador del trámite. En CSV van en una celda: las filas se separan con <span class="app-code">|</span> y sus partes con <span class="app-code">::</span>, por ejemplo <span class="app-code">Cédula de identidad :: SEGIP :: 1 | Carta</span>. Si el texto lleva uno de esos signos, póngale una barra invertida delante.</p>
    ${[...Map.groupBy(columns, ({ sheet }) => sheet)].map(([sheet, rows]) => html`<h2 class="govuk-heading-m">${sheet}</h2>${table({ caption: sheet, captionHidden: true, cards: true, firstCellNames: true, head: ['Columna', 'Qué va'], rows: rows.map(({ head, says }) => [head, says]) })}`)}`,
});
