import { sayDay } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { Block, Inline, OfficeText } from '../domain/text.ts';
import { cleanText } from '../xml/clean-text.ts';
import { refuseTooLong } from './limits.ts';

/** Words that look alike; `href` is an address that means the same to whoever opens the file elsewhere. */
export type Words = { readonly text: string; readonly strong: boolean; readonly emphasis: boolean; readonly href?: string };

/** A block as every format takes it: words cleaned, cuadros and gráficos numbered, headings with a name to be linked to. */
export type Piece =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly anchor: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Words[]; readonly tone: 'plain' | 'note' | 'pending' }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Words[])[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: readonly Words[]])[] }
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly (readonly Words[])[])[]; readonly numeric: readonly boolean[]; readonly source?: string }
  | { readonly kind: 'figure'; readonly svg: string; readonly narrow?: string; readonly caption: string; readonly alt: string; readonly source?: string }
  | { readonly kind: 'break' };

/** A text that is ready to be laid out in any format. */
export type Prepared = {
  readonly title: string; readonly subtitle: string; readonly entity: string; readonly day: string; readonly daySaid: string; readonly code: string;
  readonly cover: readonly (readonly [name: string, value: string])[]; readonly contents: boolean; readonly pieces: readonly Piece[];
};

/** What a paragraph that somebody still has to write begins with. */
export const pendingMark = 'Por completar.';

/** Makes a text ready. Addresses of this site survive only where `onSite`: in a file they would lead nowhere. Refuses what is too long. */
export function prepare(text: OfficeText, onSite = false): Prepared {
  refuseTooLong(text);
  const counts = { heading: 0, table: 0, figure: 0 };
  return {
    title: cleanText(text.title), subtitle: cleanText(text.subtitle ?? ''), entity: cleanText(text.entity), day: text.day, daySaid: sayDay(text.day), code: cleanText(text.code ?? ''),
    cover: (text.cover ?? []).map(([name, value]) => [cleanText(name), cleanText(value)]), contents: text.contents && text.blocks.some(({ kind }) => kind === 'heading'),
    pieces: text.blocks.map((block) => pieceOf(block, counts, onSite)),
  };
}

function pieceOf(block: Block, counts: { heading: number; table: number; figure: number }, onSite: boolean): Piece {
  const words = (inline: Inline): readonly Words[] => wordsOf(inline, onSite);
  const source = 'source' in block && block.source !== undefined ? { source: cleanText(block.source) } : {};
  switch (block.kind) {
    case 'heading': return { kind: 'heading', level: block.level, text: cleanText(block.text), anchor: `seccion-${++counts.heading}` };
    case 'paragraph': return { kind: 'paragraph', words: words(block.text), tone: block.tone ?? 'plain' };
    case 'list': return { kind: 'list', ordered: block.ordered ?? false, items: block.items.map(words) };
    case 'facts': return { kind: 'facts', rows: block.rows.map(([name, value]) => [cleanText(name), words(value)]) };
    case 'table': return {
      kind: 'table', caption: `Cuadro ${++counts.table}. ${cleanText(block.caption)}`, head: block.head.map(cleanText), numeric: block.head.map((_, at) => block.numericColumns?.includes(at) ?? false),
      rows: block.rows.map((row) => block.head.map((_, at) => words(row[at] ?? ''))), ...source,
    };
    case 'figure': return { kind: 'figure', ...drawings(block, onSite), caption: `Gráfico ${++counts.figure}. ${cleanText(block.caption)}`, alt: cleanText(block.alt), ...source };
    case 'break': return block;
  }
}

function wordsOf(inline: Inline, onSite: boolean): readonly Words[] {
  const runs = typeof inline === 'string' ? [inline] : inline;
  return runs.map((run) => {
    const { text, strong = false, emphasis = false, href } = typeof run === 'string' ? { text: run } : run;
    const leads = href !== undefined && (onSite ? /^(https?:\/\/|mailto:|\/(?!\/))/i : /^(https?:\/\/|mailto:)/i).test(href);
    return { text: cleanText(text), strong, emphasis, ...(leads ? { href: cleanText(href) } : {}) };
  });
}

// Programs of texts know no order of painting: there the white edge around letters would lie on the letters.
function drawings({ svg, narrow }: Extract<Block, { kind: 'figure' }>, onSite: boolean): { readonly svg: string; readonly narrow?: string } {
  if (onSite) return { svg: pictureOf(svg), ...(narrow === undefined ? {} : { narrow: pictureOf(narrow) }) };
  return { svg: pictureOf(svg).replaceAll(/<text\b[^>]*\spaint-order="stroke"[^>]*>/g, (text) => text.replaceAll(/\s(?:stroke|stroke-width|paint-order)="[^"]*"/g, '')) };
}

// Pictures are drawn by this program; one that could run or fetch something was not.
function pictureOf(svg: string): string {
  invariant(/^\s*<svg[\s>]/.test(svg) && !/<(script|foreignObject|image|use|iframe)\b|\son\w+\s*=|javascript:|<!/i.test(markupOf(svg)), 'a figure is an SVG that draws and does nothing else');
  return cleanText(svg).trim();
}

// What people wrote may say anything: it stands between the marks and in quotes, where it does nothing, but for an address.
const markupOf = (svg: string): string => svg.replaceAll(/>[^<]*</g, '><').replaceAll(/(?<!href)="[^"]*"/g, '=""');
