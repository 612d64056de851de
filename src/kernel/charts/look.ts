import { html, type Html } from '../html/html.ts';

/** Colours of the charts: the accent of the site (`web/css/_brand.scss`) and greys. A test compares them with the style sheet. */
export const colours = { ink: '#17212b', muted: '#46525c', accent: '#0b5563', soft: '#9fc3ca', tint: '#e3eef0', grid: '#cfd8dc', paper: '#ffffff' } as const;

/** Fonts that paper and screen both have, with a generic one behind them. */
export const fontFamily = 'Liberation Sans, Noto Sans, Arial, Helvetica, sans-serif';

/** How many series can be told apart by fill, hatch and mark. */
export const looksMax = 6;

type Look = { readonly fill: string; readonly stroke: string; readonly hatch?: 'up' | 'down'; readonly dash: string; readonly mark: 'circle' | 'square' | 'diamond' };

// Fill, hatch, dash and mark differ, so that no two series need colour to be told apart.
const looks: readonly [Look, ...Look[]] = [
  { fill: colours.accent, stroke: colours.accent, dash: 'none', mark: 'circle' },
  { fill: colours.soft, stroke: colours.accent, dash: '7 4', mark: 'square' },
  { fill: colours.paper, stroke: colours.accent, hatch: 'up', dash: '2 3', mark: 'diamond' },
  { fill: colours.ink, stroke: colours.ink, dash: '10 3 2 3', mark: 'circle' },
  { fill: colours.tint, stroke: colours.ink, hatch: 'down', dash: '4 2', mark: 'square' },
  { fill: colours.paper, stroke: colours.ink, dash: '12 4', mark: 'diamond' },
];

/** The look of the series at a place; they begin again after `looksMax`. */
export const lookOf = (place: number): Look => looks[place % looksMax] ?? looks[0];

/** A rectangle in units of the view box. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A coordinate with one decimal, so that equal drawings are equal bytes. */
export const round = (at: number): number => Math.round(at * 10) / 10;

/** A filled block in the look of a series. Hatches are drawn as lines, because patterns need ids and a page may hold many charts. */
export function block({ x, y, width, height }: Box, place: number): Html {
  const { fill, stroke, hatch } = lookOf(place);
  return html`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" stroke="${stroke}" stroke-width="1"/>${hatch && html`<path d="${hatched({ x, y, width, height }, hatch)}" fill="none" stroke="${stroke}" stroke-width="1"/>`}`;
}

const hatchStep = 6;

// Diagonal lines clipped to the block by hand: each begins at the left or bottom edge and ends at the top or right one.
function hatched({ x, y, width, height }: Box, way: 'up' | 'down'): string {
  const parts: string[] = [];
  for (let along = hatchStep; along < width + height; along += hatchStep) {
    const from = { x: Math.max(0, along - height), y: Math.min(height, along) }, to = { x: Math.min(width, along), y: Math.max(0, along - width) };
    const turn = (at: number): number => (way === 'up' ? at : height - at);
    parts.push(`M${round(x + from.x)} ${round(y + turn(from.y))}L${round(x + to.x)} ${round(y + turn(to.y))}`);
  }
  return parts.join('');
}

/** The mark of a point in the look of a series. */
export function mark(x: number, y: number, place: number): Html {
  const { mark: shape, stroke, hatch } = lookOf(place), inside = hatch === undefined ? stroke : colours.paper, [cx, cy] = [round(x), round(y)];
  if (shape === 'circle') return html`<circle cx="${cx}" cy="${cy}" r="4" fill="${inside}" stroke="${stroke}" stroke-width="2"/>`;
  if (shape === 'square') return html`<rect x="${round(x - 4)}" y="${round(y - 4)}" width="8" height="8" fill="${inside}" stroke="${stroke}" stroke-width="2"/>`;
  return html`<path d="M${cx} ${round(y - 5)}L${round(x + 5)} ${cy}L${cx} ${round(y + 5)}L${round(x - 5)} ${cy}z" fill="${inside}" stroke="${stroke}" stroke-width="2"/>`;
}
