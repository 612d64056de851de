import { odfText } from '../../odf/odf-text.ts';
import { tag } from '../../xml/tag.ts';
import type { Piece, Prepared } from '../prepared.ts';
import { factsTable } from './tables.ts';
import { paragraph } from './words.ts';

/** What stands before the blocks: a cover and the contents, each on a page of its own, or the head of a letter where the text has no contents. */
export function frontMatter(text: Prepared): string {
  const facts = [...text.cover, ['Fecha', text.daySaid] as const, ...(text.code === '' ? [] : [['Código', text.code] as const])];
  const cover = paragraph(text.contents ? 'Entidad' : 'Membrete', odfText(text.entity)) + paragraph('Title', odfText(text.title))
    + (text.subtitle === '' ? '' : paragraph('Subtitle', odfText(text.subtitle))) + factsTable(facts.map(([name, value]) => [name, odfText(value)])) + paragraph('Separador', '');
  return text.contents ? cover + contents(text.pieces) + paragraph('Pagina_20_nueva', '') : cover;
}

const levels = [1, 2, 3] as const;

// Each entry leads to its heading and asks for the page of it, so that the numbers are right without anybody renewing the table.
function contents(pieces: readonly Piece[]): string {
  const entries = pieces.map((piece) => (piece.kind === 'heading' && piece.level <= levels.length ? paragraph(`Contents_20_${piece.level}`, tag('text:a', { 'xlink:type': 'simple', 'xlink:href': `#${piece.anchor}`, 'text:style-name': 'Index_20_Link', 'text:visited-style-name': 'Index_20_Link' },
    odfText(piece.text), tag('text:tab'), tag('text:bookmark-ref', { 'text:reference-format': 'page', 'text:ref-name': piece.anchor }, '1'))) : ''));
  return tag('text:table-of-content', { 'text:name': 'Contenido', 'text:protected': 'true' },
    tag('text:table-of-content-source', { 'text:outline-level': String(levels.length), 'text:use-index-marks': 'false' }, tag('text:index-title-template', { 'text:style-name': 'Contents_20_Heading' }, 'Contenido'), ...levels.map(template)),
    tag('text:index-body', {}, tag('text:index-title', { 'text:name': 'Contenido_Titulo' }, paragraph('Contents_20_Heading', 'Contenido')), ...entries));
}

const template = (level: number): string => tag('text:table-of-content-entry-template', { 'text:outline-level': String(level), 'text:style-name': `Contents_20_${level}` },
  tag('text:index-entry-link-start'), tag('text:index-entry-text'), tag('text:index-entry-tab-stop', { 'style:type': 'right', 'style:leader-char': '.' }), tag('text:index-entry-page-number'), tag('text:index-entry-link-end'));
