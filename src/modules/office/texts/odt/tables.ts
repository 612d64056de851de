import { odfText } from '../../odf/odf-text.ts';
import { tag } from '../../xml/tag.ts';
import { columnShares } from '../columns.ts';
import type { Piece } from '../prepared.ts';
import { textWidthMm } from './look.ts';
import { odtWords, paragraph } from './words.ts';

/** A table among the pieces of a text. */
export type TablePiece = Extract<Piece, { kind: 'table' }>;

const columnsWithRoomMax = 6;

const cell = (style: string, content: string): string => tag('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, content);


/** Names and values side by side; the name of each row is its head. */
export const factsTable = (rows: readonly (readonly [name: string, value: string])[]): string => tag('table:table', { 'table:style-name': 'Cuadro' },
  tag('table:table-column', { 'table:style-name': 'Dato' }), tag('table:table-column', { 'table:style-name': 'Valor' }),
  ...rows.map(([name, value]) => tag('table:table-row', {}, cell('Celda', paragraph('Nombre_20_del_20_dato', odfText(name))), cell('Celda', paragraph('Table_20_Contents', value)))));

/** A table with its caption above, a head that comes again on every page, and its source below. `at` counts tables from 0. */
export function table({ caption, head, rows, numeric, source }: TablePiece, at: number): string {
  const small = head.length > columnsWithRoomMax ? '_20_menuda' : '', side = (column: number): string => (numeric[column] ? '_20_derecha' : '');
  const row = (cells: readonly string[], kind: string, look: string): string => tag('table:table-row', { 'table:style-name': 'Fila' }, ...cells.map((content, column) => cell(look, paragraph(`${kind}${small}${side(column)}`, content))));
  return paragraph('Rotulo', odfText(caption)) + tag('table:table', { 'table:name': `Cuadro${at + 1}`, 'table:style-name': 'Cuadro' },
    ...head.map((_, column) => tag('table:table-column', { 'table:style-name': columnName(at, column) })),
    tag('table:table-header-rows', {}, row(head.map(odfText), 'Cabecera', 'Celda_20_de_20_cabecera')),
    ...rows.map((cells) => row(cells.map(odtWords), 'Celda', 'Celda'))) + sourceOf(source);
}

/** Where what is shown comes from, below it. */
export const sourceOf = (source: string | undefined): string => paragraph('Fuente', source === undefined ? '' : odfText(`Fuente: ${source}`));

const columnName = (table: number, column: number): string => `C${table + 1}.${column + 1}`;

/** How wide the columns of a table are. */
export const columnStyles = ({ head, rows }: TablePiece, at: number): readonly string[] => columnShares(head, rows).map((share, column) =>
  tag('style:style', { 'style:name': columnName(at, column), 'style:family': 'table-column' }, tag('style:table-column-properties', { 'style:column-width': `${(share * textWidthMm).toFixed(2)}mm` })));

