import { html, type Html } from '../html/html.ts';
import { colours, round } from './look.ts';

/** Size of the smallest text in units of the view box; both drawings are shown at about their own size, so nothing gets smaller. */
const textSize = 13;

/** Text without what XML forbids: controls, halves of characters, and the two that are none. */
export const clean = (text: string): string => text.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]+/gu, ' ').trim();

/** Roughly how wide a text gets; nobody measures fonts here, so it is reckoned a little too wide. */
export const widthOf = (text: string, size = textSize): number => [...text].reduce((sum, letter) => sum + (/[A-ZÁÉÍÓÚÑMW%@—]/.test(letter) ? 0.74 : /[iljt.,:;|!' ]/.test(letter) ? 0.34 : letter > '\u02ff' ? 1 : 0.58), 0) * size;

/** A text cut to a width, with «…» where something is missing. */
export function fit(text: string, width: number, size = textSize): string {
  if (widthOf(text, size) <= width) return text;
  let kept = [...text];
  while (kept.length > 1 && widthOf(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

/** A text on as many lines as it needs, `linesMax` at most; what does not fit is cut. */
export function wrap(text: string, width: number, linesMax: number, size = textSize): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1), longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (widthOf(longer, size) <= width || lines.length === linesMax)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fit(line, width, size));
}

/** Words at a place of the drawing. */
export type Words = { readonly x: number; readonly y: number; readonly text: string; readonly anchor?: 'start' | 'middle' | 'end'; readonly colour?: string; readonly bold?: boolean; readonly size?: number; readonly halo?: boolean };

/** One line of text; `y` is its base line. A halo of paper keeps it legible where it crosses lines. */
export const words = ({ x, y, text, anchor = 'start', colour = colours.ink, bold = false, size = textSize, halo = true }: Words): Html =>
  html`<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${bold && html` font-weight="700"`}${halo && html` stroke="${colours.paper}" stroke-width="3" paint-order="stroke"`}>${text}</text>`;

/** A line of the drawing, such as an axis. */
export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string = colours.grid, dash?: string): Html =>
  html`<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="${dash === undefined ? 1 : 2}"${dash !== undefined && html` stroke-dasharray="${dash}"`}/>`;
