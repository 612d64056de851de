import { parseLocalDate } from '#kernel/clock.ts';
import type { Cell, Sheet } from '../domain/sheet.ts';
import { namespaces } from '../odf/namespaces.ts';
import { odfText } from '../odf/odf-text.ts';
import { odfPackage } from '../odf/package.ts';
import { cleanText } from '../xml/clean-text.ts';
import { tag, xmlDocument } from '../xml/tag.ts';
import { columnLetters } from './column-letters.ts';

const mmPerLetter = 2.1;

/** Sheets as ODS (ODF 1.3): heads in bold, fixed above, columns as wide as their words, days as days. Equal sheets give equal bytes. */
export const writeOds = (sheets: readonly Sheet[], names: readonly string[]): Buffer => odfPackage('application/vnd.oasis.opendocument.spreadsheet', [
  { path: 'content.xml', type: 'text/xml', xml: contentXml(sheets, names) }, { path: 'styles.xml', type: 'text/xml', xml: stylesXml }, { path: 'settings.xml', type: 'text/xml', xml: settingsXml(names) },
]);

function contentXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const letters = sheets.map(columnLetters);
  const widths = [...new Set(letters.flat())].map((width) => tag('style:style', { 'style:name': `c${width}`, 'style:family': 'table-column' }, tag('style:table-column-properties', { 'style:column-width': `${(width * mmPerLetter).toFixed(1)}mm` })));
  const tables = sheets.map(({ head, rows }, at) => tag('table:table', { 'table:name': names[at] },
    ...(letters[at] ?? []).map((width) => tag('table:table-column', { 'table:style-name': `c${width}`, 'table:default-cell-style-name': 'Default' })),
    tag('table:table-row', {}, ...head.map((word) => text(cleanText(word), 'cabecera'))), ...rows.map((row) => tag('table:table-row', {}, ...row.map(cell)))));
  return xmlDocument(tag('office:document-content', namespaces, tag('office:automatic-styles', {}, ...widths, ...cellStyles), tag('office:body', {}, tag('office:spreadsheet', {}, ...tables))));
}

function cell(value: Cell): string {
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return '<table:table-cell/>';
  if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  if (typeof value === 'boolean') return `<table:table-cell table:style-name="logico" office:value-type="boolean" office:boolean-value="${value}"><text:p>${value ? 'VERDADERO' : 'FALSO'}</text:p></table:table-cell>`;
  const day = parseLocalDate(value);
  return day === undefined ? text(cleanText(value)) : `<table:table-cell table:style-name="dia" office:value-type="date" office:date-value="${day}"><text:p>${day.split('-').reverse().join('/')}</text:p></table:table-cell>`;
}

// A line of a cell is a paragraph. One space at its end is lost, unless it says so itself (ODF 1.3 part 3, section 6.1.2).
const text = (words: string, style?: string): string => tag('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' },
  ...words.split('\n').map((line) => `<text:p>${odfText(line).replaceAll(/^ | $/g, '<text:s/>')}</text:p>`));

const cellStyle = (name: string, dataStyle: string | undefined, ...looks: readonly string[]): string => tag('style:style', { 'style:name': name, 'style:family': 'table-cell', 'style:parent-style-name': 'Default', 'style:data-style-name': dataStyle }, ...looks);
const long = { 'number:style': 'long' } as const, slash = tag('number:text', {}, '/');

const cellStyles: readonly string[] = [
  tag('number:date-style', { 'style:name': 'fecha' }, tag('number:day', long), slash, tag('number:month', long), slash, tag('number:year', long)),
  tag('number:boolean-style', { 'style:name': 'verdad' }, tag('number:boolean')),
  cellStyle('dia', 'fecha'), cellStyle('logico', 'verdad'),
  cellStyle('cabecera', undefined, tag('style:table-cell-properties', { 'fo:background-color': '#e8eef2', 'fo:border-bottom': '1pt solid #1c4a63' }), tag('style:text-properties', { 'fo:font-weight': 'bold' })),
];

const stylesXml = xmlDocument(tag('office:document-styles', namespaces, tag('office:styles', {},
  tag('style:default-style', { 'style:family': 'table-cell' }, tag('style:text-properties', { 'fo:font-size': '10pt', 'fo:language': 'es', 'fo:country': 'BO' })), tag('style:style', { 'style:name': 'Default', 'style:family': 'table-cell' }))));

const item = (name: string, type: string, value: string): string => tag('config:config-item', { 'config:name': name, 'config:type': type }, value);

// What LibreOffice calls a fixed first row; a program that does not know it shows the sheet all the same.
const settingsXml = (names: readonly string[]): string => xmlDocument(tag('office:document-settings', namespaces, tag('office:settings', {}, tag('config:config-item-set', { 'config:name': 'ooo:view-settings' },
  tag('config:config-item-map-indexed', { 'config:name': 'Views' }, tag('config:config-item-map-entry', {}, tag('config:config-item-map-named', { 'config:name': 'Tables' },
    ...names.map((name) => tag('config:config-item-map-entry', { 'config:name': name }, item('VerticalSplitMode', 'short', '2'), item('VerticalSplitPosition', 'int', '1'), item('ActiveSplitRange', 'short', '2'), item('PositionBottom', 'int', '1'))))))))));
