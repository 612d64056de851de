import { html, type Html } from '../html/html.ts';
import { colours, fontFamily, round } from './look.ts';
import { clean } from './words.ts';

/**
 * A chart: what it is called, the drawing as a whole SVG that needs no style sheet (also in ODT, DOCX and PDF), a narrower one for a telephone, what it
 * shows in words, and the same values as a table.
 */
export type Chart = {
  readonly title: string;
  readonly svg: string;
  readonly narrow: string;
  readonly alt: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A value that may be missing: what was not measured is no zero. */
export type Value = number | null;

/** Values under one name, in the order of the chart's places. */
export type Series = { readonly name: string; readonly values: readonly Value[] };

/** A series whose every value can be drawn: what is no number is missing. */
export const drawable = ({ name, values }: Series): Series => ({ name, values: values.map((value) => (value !== null && Number.isFinite(value) ? value : null)) });

/** How values are said: a unit behind them (`%`, `días`; `Bs` stands before), and decimals (1 at most, unless said). */
export type Saying = { readonly unit?: string; readonly decimals?: number };

/** Widths of the two drawings, in units of the view box: a text column, and a telephone of 360 pixels without its margins. */
const widths = { wide: 720, narrow: 328 } as const;

/** Which of the two drawings is made, and how wide it is. */
export type Room = { readonly width: number; readonly isNarrow: boolean };

/** A drawing of some height, to be put into a whole SVG. */
export type Drawing = { readonly height: number; readonly body: Html };

type Making = Omit<Chart, 'svg' | 'narrow'> & { readonly draw: (room: Room) => Drawing };

/** A chart from its words, its table, and how it is drawn in a room. */
export const chartOf = ({ draw, title, alt, head, rows }: Making): Chart => {
  const whole = (room: Room): string => wholeSvg(room.width, draw(room), clean(alt));
  return { title, alt: clean(alt), head, rows, svg: whole({ width: widths.wide, isNarrow: false }), narrow: whole({ width: widths.narrow, isNarrow: true }) };
};

/** A standalone SVG on white paper, one image to a screen reader. */
export const wholeSvg = (width: number, { height, body }: Drawing, alt: string): string =>
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-label="${alt}" font-family="${fontFamily}"><rect width="${width}" height="${round(height)}" fill="${colours.paper}"/>${body}</svg>`.toString();

/** «1.234,5 días», «60 %»; «sin dato» for what was not measured. */
export function sayValue(value: Value | undefined, { unit, decimals = 1 }: Saying): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return 'sin dato';
  const number = new Intl.NumberFormat('es-BO', { maximumFractionDigits: decimals }).format(value);
  if (unit === undefined || unit === '') return number;
  return unit === 'Bs' ? `Bs\u00a0${number}` : `${number}\u00a0${unit}`;
}

/** «Se dibujan los primeros 40 de 52; la tabla los trae todos.», or nothing where all are drawn. */
export const sayCut = (drawn: number, all: number): string => (all > drawn ? ` Se dibujan los primeros ${drawn} de ${all}; la tabla los trae todos.` : '');
