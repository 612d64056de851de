import { odfText } from '../../odf/odf-text.ts';
import { tag, xmlDocument } from '../../xml/tag.ts';
import { fitted } from '../picture.ts';
import { pendingMark, type Piece, type Prepared } from '../prepared.ts';
import { frontMatter } from './front-matter.ts';
import { namespaces } from '../../odf/namespaces.ts';
import { textWidthMm } from './look.ts';
import { tableStyles } from './table-styles.ts';
import { columnStyles, factsTable, sourceOf, table, type TablePiece } from './tables.ts';
import { odtWords, paragraph } from './words.ts';

const pixelsPerMm = 96 / 25.4;

/** The file content.xml of a text. */
export function contentXml(text: Prepared): string {
  const tables = text.pieces.filter((piece): piece is TablePiece => piece.kind === 'table');
  const figures = text.pieces.filter(({ kind }) => kind === 'figure');
  const body = text.pieces.map((piece) => show(piece, piece.kind === 'table' ? tables.indexOf(piece) : figures.indexOf(piece)));
  return xmlDocument(tag('office:document-content', namespaces,
    tag('office:automatic-styles', {}, ...tableStyles, ...tables.flatMap(columnStyles)),
    tag('office:body', {}, tag('office:text', {}, frontMatter(text), ...body))));
}

function show(piece: Piece, at: number): string {
  switch (piece.kind) {
    case 'heading': return heading(piece);
    case 'paragraph': return paragraph({ plain: 'Text_20_body', note: 'Nota', pending: 'Pendiente' }[piece.tone], (piece.tone === 'pending' ? `${tag('text:span', { 'text:style-name': 'Strong_20_Emphasis' }, pendingMark)} ` : '') + odtWords(piece.words));
    case 'list': return tag('text:list', { 'text:style-name': piece.ordered ? 'Numeros' : 'Vinetas' }, ...piece.items.map((item) => tag('text:list-item', {}, paragraph('List_20_Contents', odtWords(item)))));
    case 'facts': return factsTable(piece.rows.map(([name, value]) => [name, odtWords(value)])) + paragraph('Separador', '');
    case 'table': return table(piece, at);
    case 'figure': return figure(piece, at);
    case 'break': return paragraph('Pagina_20_nueva', '');
  }
}

const heading = ({ level, text, anchor }: Extract<Piece, { kind: 'heading' }>): string => tag('text:h', { 'text:style-name': `Heading_20_${level}`, 'text:outline-level': String(level) },
  tag('text:bookmark-start', { 'text:name': anchor }), odfText(text), tag('text:bookmark-end', { 'text:name': anchor }));

function figure({ svg, caption, alt, source }: Extract<Piece, { kind: 'figure' }>, at: number): string {
  const { width, height } = fitted(svg, textWidthMm * pixelsPerMm), mm = (pixels: number): string => `${(pixels / pixelsPerMm).toFixed(2)}mm`;
  const frame = tag('draw:frame', { 'draw:name': `Grafico${at + 1}`, 'draw:style-name': 'Grafico', 'text:anchor-type': 'as-char', 'svg:width': mm(width), 'svg:height': mm(height) },
    tag('draw:image', { 'xlink:href': pictureName(at), 'xlink:type': 'simple', 'xlink:show': 'embed', 'xlink:actuate': 'onLoad', 'draw:mime-type': 'image/svg+xml' }),
    tag('svg:title', {}, odfText(caption)), tag('svg:desc', {}, odfText(alt)));
  return paragraph('Rotulo', odfText(caption)) + paragraph('Figura', frame) + sourceOf(source);
}

/** The name inside the file of the picture of a figure, counted from 0. */
export const pictureName = (at: number): string => `Pictures/grafico-${at + 1}.svg`;
