import { html, type Html } from '#kernel/html/html.ts';

const letterWidth = 6.2, lineHeight = 14;

/** Text in lines that fit a width, around a middle point; what doesn't fit ends in «…». */
export function words(text: string, middle: { readonly x: number; readonly y: number }, width: number, linesMax: number, className = 'flow-text'): Html {
  const lines = wrap(text, Math.max(4, Math.floor(width / letterWidth)), linesMax);
  const top = middle.y - ((lines.length - 1) * lineHeight) / 2 + 4;
  return html`<text class="${className}" text-anchor="middle" font-size="12">${lines.map((line, index) => html`<tspan x="${round(middle.x)}" y="${round(top + index * lineHeight)}">${line}</tspan>`)}</text>`;
}

/** Breaks a text between words, and inside words that are too long. */
function wrap(text: string, lettersMax: number, linesMax: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => chunks(one, lettersMax))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lettersMax) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= linesMax) return lines;
  return [...lines.slice(0, linesMax - 1), `${(lines[linesMax - 1] ?? '').slice(0, lettersMax - 1)}…`];
}

/** A place without digits that nobody sees. */
export const round = (value: number): number => Math.round(value * 10) / 10;

const chunks = (word: string, size: number): readonly string[] => word.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [];
