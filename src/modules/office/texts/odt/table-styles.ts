import { tag } from '../../xml/tag.ts';
import { accent, hairline } from './look.ts';

const cellStyle = (name: string, more: Readonly<Record<string, string>>): string => tag('style:style', { 'style:name': name, 'style:family': 'table-cell' },
  tag('style:table-cell-properties', { 'fo:padding': '1.3mm', 'fo:border-bottom': hairline, 'fo:border-left': 'none', 'fo:border-right': 'none', 'fo:border-top': 'none', ...more }));
const columnStyle = (name: string, mm: number): string => tag('style:style', { 'style:name': name, 'style:family': 'table-column' }, tag('style:table-column-properties', { 'style:column-width': `${mm}mm` }));

/** How tables and pictures look. Programs take these only from the file of the content, unlike those of paragraphs (ODF 1.3 part 3, section 16.4). */
export const tableStyles: readonly string[] = [
  tag('style:style', { 'style:name': 'Cuadro', 'style:family': 'table' }, tag('style:table-properties', { 'style:width': '165mm', 'table:align': 'left', 'style:may-break-between-rows': 'true' })),
  tag('style:style', { 'style:name': 'Fila', 'style:family': 'table-row' }, tag('style:table-row-properties', { 'fo:keep-together': 'always' })),
  cellStyle('Celda', {}), cellStyle('Celda_20_de_20_cabecera', { 'fo:background-color': '#e8eef2', 'fo:border-top': `1pt solid ${accent}`, 'style:vertical-align': 'bottom' }),
  columnStyle('Dato', 50), columnStyle('Valor', 115),
  tag('style:style', { 'style:name': 'Grafico', 'style:family': 'graphic' }, tag('style:graphic-properties', { 'style:vertical-pos': 'top', 'style:vertical-rel': 'baseline' })),
];
