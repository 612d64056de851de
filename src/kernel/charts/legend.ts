import { html, type Html } from '../html/html.ts';
import type { Drawing } from './chart.ts';
import { colours } from './look.ts';
import { clean, fit, line, widthOf, words } from './words.ts';

/** An entry of the legend: what it is called, and its sign, drawn with its left edge at `x` in the middle of a line of text. */
export type LegendEntry = { readonly name: string; readonly sign: (x: number, y: number) => Html };

const lineHeight = 22, signWidth = 24, gap = 18;

/** Signs with their names, as many lines as they need; nothing where there are none. */
export function legend(entries: readonly LegendEntry[], width: number): Drawing {
  if (entries.length === 0) return { height: 0, body: html`` };
  let x = 0, row = 0;
  const placed = entries.map(({ name, sign }) => {
    const text = fit(clean(name), width - signWidth), wide = signWidth + widthOf(text);
    if (x > 0 && x + wide > width) { x = 0; row += 1; }
    const at = { x, y: 12 + row * lineHeight };
    x += wide + gap;
    return html`${sign(at.x, at.y)}${words({ x: at.x + signWidth, y: at.y + 4, text })}`;
  });
  return { height: (row + 1) * lineHeight + 6, body: html`${placed}` };
}

/** The sign of a line to be reached. */
export const targetSign = (x: number, y: number): Html => line(x, y, x + 18, y, colours.ink, targetDash);

/** How a line to be reached is dashed, here and in the charts. */
export const targetDash = '6 4';
