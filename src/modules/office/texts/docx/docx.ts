import { Document, Footer, HeadingLevel, ImageRun, PageBreak, PageNumber, Packer, Paragraph, Tab, TableOfContents, TabStopType, TextRun, type FileChild } from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { fitted } from '../picture.ts';
import { pendingMark, type Piece, type Prepared } from '../prepared.ts';
import { pngOf } from './png.ts';
import { docxNumbering, docxStyles, lists } from './styles.ts';
import { dataTable, factsTable, textWidthTwips } from './tables.ts';
import { docxWords, run } from './words.ts';

const mmToTwips = 1_440 / 25.4, mm = (millimetres: number): number => Math.round(millimetres * mmToTwips), pixelsPerTwip = 96 / 1_440;
const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(22), bottom: mm(20), left: mm(25), right: mm(20), footer: mm(12) } };

// To know on which pages headings fall, all of it is laid out, which takes long for a long text. There the program that opens it is asked to number the contents.
const estimatedMax = 500;
const weightOf = ({ pieces }: Prepared): number => pieces.reduce((sum, piece) => sum + 1 + ('rows' in piece ? piece.rows.length : 'items' in piece ? piece.items.length : 0), 0);

/** A text as DOCX (ECMA-376): headings that a program knows as such, contents with their pages, heads of tables on every page, pictures with words. */
export async function docxFile(text: Prepared): Promise<Buffer> {
  const lead = { children: [new TextRun(text.code === '' ? text.entity : `Código ${text.code}`), new TextRun({ children: [new Tab(), 'Página ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES] })] };
  const footer = new Footer({ children: [new Paragraph({ style: 'Pie', tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips }], ...lead })] });
  let list = 0;
  const made = new Document({
    title: text.title, subject: text.subtitle, creator: text.entity, lastModifiedBy: text.entity, keywords: text.code, styles: docxStyles, numbering: docxNumbering, ...(weightOf(text) > estimatedMax ? {} : { pageNumbers: estimatePageNumbers }),
    sections: [{ properties: { page }, footers: { default: footer }, children: [...frontMatter(text), ...text.pieces.flatMap((piece) => show(piece, piece.kind === 'list' ? ++list : list))] }],
  });
  return Packer.toBuffer(made);
}

function frontMatter({ title, subtitle, entity, cover, daySaid, code, contents }: Prepared): FileChild[] {
  const facts = [...cover, ['Fecha', daySaid] as const, ...(code === '' ? [] : [['Código', code] as const])];
  const head = [plain(contents ? 'Entidad' : 'Membrete', entity), new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }), ...(subtitle === '' ? [] : [plain('Subtitulo', subtitle)]),
    factsTable(facts.map(([name, value]) => [name, [{ text: value, strong: false, emphasis: false }]])), plain('Fuente', '')];
  return contents ? [...head, new Paragraph({ style: 'TituloDelContenido', pageBreakBefore: true, children: [run('Contenido')] }), new TableOfContents('Contenido', { hyperlink: true, headingStyleRange: '1-3' }), new Paragraph({ children: [new PageBreak()] })] : head;
}

const plain = (style: string, text: string): Paragraph => new Paragraph({ style, children: [run(text)] });

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

function show(piece: Piece, list: number): FileChild[] {
  switch (piece.kind) {
    case 'heading': return [new Paragraph({ heading: headings[piece.level], children: [run(piece.text)] })];
    case 'paragraph': return [paragraph(piece)];
    case 'list': return piece.items.map((item) => new Paragraph({ numbering: { reference: piece.ordered ? lists.numbers : lists.bullets, level: 0, instance: list }, contextualSpacing: true, children: docxWords(item) }));
    case 'facts': return [factsTable(piece.rows), plain('Fuente', '')];
    case 'table': return [plain('Rotulo', piece.caption), dataTable(piece), sourceOf(piece)];
    case 'figure': return [plain('Rotulo', piece.caption), new Paragraph({ style: 'Figura', children: [picture(piece)] }), sourceOf(piece)];
    case 'break': return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const paragraph = ({ words, tone }: Extract<Piece, { kind: 'paragraph' }>): Paragraph => {
  if (tone === 'pending') return new Paragraph({ style: 'Pendiente', children: [run(`${pendingMark} `, { bold: true }), ...docxWords(words)] });
  return new Paragraph({ ...(tone === 'note' ? { style: 'Nota' } : {}), children: docxWords(words) });
};

const sourceOf = ({ source }: { readonly source?: string }): Paragraph => plain('Fuente', source === undefined ? '' : `Fuente: ${source}`);

function picture({ svg, caption, alt }: Extract<Piece, { kind: 'figure' }>): ImageRun {
  const transformation = fitted(svg, textWidthTwips * pixelsPerTwip);
  return new ImageRun({ type: 'svg', data: Buffer.from(svg), transformation, fallback: { type: 'png', data: pngOf(svg) }, altText: { name: caption, title: caption, description: alt } });
}
