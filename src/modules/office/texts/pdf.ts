import { readFileSync } from 'node:fs';
import { instantOf, parseLocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { printSource } from '#modules/certificates/index.ts';
import { columnShares } from './columns.ts';
import { fitted } from './picture.ts';
import { pendingMark, type Piece, type Prepared } from './prepared.ts';

const template = new URL('../templates/text.typ', import.meta.url);
const textWidthPt = (210 - 45) / 25.4 * 72, ptPerPixel = 0.75;

/** A text as PDF/A-2a, tagged, dated with its own day: equal texts give equal bytes. */
export function pdfFile(text: Prepared): Buffer {
  const day = parseLocalDate(text.day);
  invariant(day !== undefined, 'the day of a text is a day');
  const given = { ...text, pendingMark, pieces: text.pieces.map(forTypst) };
  return printSource({ source: readFileSync(template, 'utf8'), inputs: { text: printable(JSON.stringify(given)) }, at: instantOf(day) });
}

function forTypst(piece: Piece): unknown {
  if (piece.kind === 'table') return { ...piece, shares: columnShares(piece.head, piece.rows) };
  if (piece.kind !== 'figure') return piece;
  const { width } = fitted(piece.svg, textWidthPt / ptPerPixel);
  return { ...piece, svg: inOurFont(piece.svg), width: width * ptPerPixel };
}

// The letters of a picture are those of the document, which are inside the compiler: the fonts of the machine would make other bytes elsewhere.
const inOurFont = (svg: string): string => svg.replaceAll(/font-family\s*=\s*("[^"]*"|'[^']*')/g, 'font-family="Libertinus Serif"').replaceAll(/font-family\s*:[^;"']*/g, 'font-family: Libertinus Serif');

// PDF/A prints no letter that no font has, and the fonts inside the compiler have those of Europe and the usual signs. What they lack, such as an emoji, is a box.
const unknown = /[^\n\t\u0020-\u007e\u00a0-\u024f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2009-\u200a\u2010-\u2027\u202f-\u203a\u20ac\u2116\u2122\u2190-\u2193\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1\u25cb\u25cf\u2713\u2714\u2717]/gu;
const printable = (text: string): string => text.normalize('NFC').replaceAll(unknown, '\u25a1');
