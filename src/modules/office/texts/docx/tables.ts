import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType, type ITableBordersOptions, type ParagraphChild } from 'docx';
import { columnShares } from '../columns.ts';
import type { Piece, Words } from '../prepared.ts';
import { docxWords, run } from './words.ts';

/** How wide the text of a page is, in twentieths of a point: A4 without its margins. */
export const textWidthTwips = 9_354;

const columnsWithRoomMax = 6, nameShare = 0.3;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }, hairline = { style: BorderStyle.SINGLE, size: 4, color: 'B9C0CA' };
const borders: ITableBordersOptions = { top: hairline, bottom: hairline, left: none, right: none, insideHorizontal: hairline, insideVertical: none };
const cellMargins = { top: 60, bottom: 60, left: 80, right: 80 };

type CellLooks = { readonly width: number; readonly style: string; readonly right?: boolean; readonly shaded?: boolean };

/** Names and values side by side. */
export const factsTable = (rows: readonly (readonly [name: string, value: readonly Words[]])[]): Table => {
  const widths = [textWidthTwips * nameShare, textWidthTwips * (1 - nameShare)].map(Math.round);
  return grid(widths, rows.map(([name, value]) => new TableRow({ cantSplit: true, children: [
    cell([run(name)], { width: widths[0] ?? 0, style: 'NombreDelDato' }), cell(docxWords(value), { width: widths[1] ?? 0, style: 'Celda' })] })));
};

/** A table whose head comes again on every page. */
export function dataTable({ head, rows, numeric }: Extract<Piece, { kind: 'table' }>): Table {
  const widths = columnShares(head, rows).map((share) => Math.round(share * textWidthTwips)), small = head.length > columnsWithRoomMax ? 'Menuda' : '';
  const looks = (at: number, style: string): CellLooks => ({ width: widths[at] ?? 0, style: `${style}${small}`, right: numeric[at] ?? false });
  const first = new TableRow({ tableHeader: true, cantSplit: true, children: head.map((word, at) => cell([run(word)], { ...looks(at, 'Cabecera'), shaded: true })) });
  return grid(widths, [first, ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((words, at) => cell(docxWords(words), looks(at, 'Celda'))) }))]);
}

const grid = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({ rows, columnWidths: widths, width: { size: textWidthTwips, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders, margins: cellMargins });

const cell = (children: readonly ParagraphChild[], { width, style, right = false, shaded = false }: CellLooks): TableCell => new TableCell({
  width: { size: width, type: WidthType.DXA }, ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'E8EEF2', color: 'auto' } } : {}),
  children: [new Paragraph({ style, children, ...(right ? { alignment: AlignmentType.RIGHT } : {}) })],
});
