import type { Block } from '#modules/office/index.ts';

/** A text as people write it here, as blocks: an empty line or a new line begins a paragraph, lines that begin with «- » are a list. Nothing else means anything. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: string[] = [];
  const flush = (): void => { if (items.length > 0) blocks.push({ kind: 'list', items }); items = []; };
  for (const line of linesOf(text)) {
    const item = /^[-•*]\s+(.*)$/.exec(line)?.[1];
    if (item === undefined) { flush(); blocks.push({ kind: 'paragraph', text: line }); } else items.push(item);
  }
  flush();
  return blocks;
}

/** The lines of a text that say something, without what surrounds them. */
export const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** The things that a text lists, one a line; a «- » before them is left out. */
export const itemsOf = (text: string): readonly string[] => linesOf(text).map((line) => line.replace(/^(?:[-•*]|\d+[.)]|\[\d+\])\s+/, '')).filter((line) => line !== '');

// Control characters but for tab and line feed: no keyboard makes them, and a document could not hold them.
const control = /[^\P{Cc}\t\n]/gu;

/** A text as it is kept: ends of lines alike, without control characters, without empty ends. */
export const cleaned = (typed: string): string => typed.normalize('NFC').toWellFormed().replaceAll('\r\n', '\n').replaceAll(control, '').split('\n').map((line) => line.trimEnd()).join('\n').trim();
