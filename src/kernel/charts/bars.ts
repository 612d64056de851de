import { html, type Html } from '../html/html.ts';
import { chartOf, drawable, sayCut, sayValue, type Chart, type Drawing, type Room, type Saying, type Series } from './chart.ts';
import { legend, targetDash, targetSign } from './legend.ts';
import { block, colours, looksMax } from './look.ts';
import { scaleOf, type Scale } from './scale.ts';
import { clean, fit, line, widthOf, words, wrap } from './words.ts';

/** What is compared: places (entities, lines, years) with a value in each series, and perhaps what is to be reached. */
export type BarData = Saying & {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly target?: { readonly name: string; readonly value: number };
};

/** How many places are drawn; the table has all of them. */
export const barsMax = 40;

/** Bars side by side. They lie down where names are long or many, and always on a telephone. */
export function barChart(data: BarData): Chart {
  const series = data.series.slice(0, looksMax).map(drawable), drawn: BarData = { ...data, categories: data.categories.slice(0, barsMax).map(clean), series };
  return chartOf({
    title: data.title, alt: `${data.title}: ${sayHighest(data)}${sayCut(barsMax, data.categories.length)}`, head: ['', ...data.series.map(({ name }) => name)],
    rows: data.categories.map((name, index) => [name, ...data.series.map(({ values }) => sayValue(values[index], data))]),
    draw: (room) => (standsWell(drawn, room) ? standing(drawn, room) : lying(drawn, room)),
  });
}

function sayHighest({ categories, series, ...saying }: BarData): string {
  const [first] = series, best = (first?.values ?? []).reduce<number>((found, value, index, all) => (value !== null && value > (all[found] ?? -Infinity) ? index : found), 0);
  if (first?.values[best] === undefined || first.values[best] === null) return 'todavía no hay valores.';
  return `${categories.length} ${categories.length === 1 ? 'barra' : 'barras'}; la mayor es ${categories[best] ?? ''}, con ${sayValue(first.values[best], saying)}.`;
}

const standingBarsMax = 24;

function standsWell({ categories, series }: BarData, { width, isNarrow }: Room): boolean {
  const band = (width - 60) / Math.max(1, categories.length);
  return !isNarrow && categories.length > 0 && categories.length * series.length <= standingBarsMax && categories.every((name) => wrap(name, band - 8, 2).join(' ') === name);
}

const valuesOf = ({ series, target }: BarData): readonly number[] => [...series.flatMap(({ values }) => values.filter((value) => value !== null)), ...(target ? [target.value] : [])];

const entriesOf = ({ series, target, ...saying }: BarData) => [
  ...(series.length > 1 ? series.map(({ name }, place) => ({ name, sign: (x: number, y: number) => block({ x, y: y - 6, width: 16, height: 12 }, place) })) : []),
  ...(target ? [{ name: `${target.name}: ${sayValue(target.value, saying)}`, sign: targetSign }] : []),
];

const barHeight = 18, lyingGap = 12, axisHeight = 24;

function lying(data: BarData, { width, isNarrow }: Room): Drawing {
  const { categories, series, target } = data, key = legend(entriesOf(data), width), said = series.map(({ values }) => values.map((value) => sayValue(value, data)));
  const longest = Math.max(0, ...categories.map((name) => widthOf(name))), nameWidth = isNarrow ? 0 : Math.min(260, longest + 12), nameHeight = isNarrow ? 20 : 0;
  const right = width - Math.min(120, Math.max(widthOf('sin dato'), ...said.flat().map((text) => widthOf(text)))) - 10, scale = scaleOf(valuesOf(data), isNarrow ? 1 : nameWidth + 8, right, isNarrow ? 3 : 5);
  const step = nameHeight + Math.max(1, series.length) * barHeight + lyingGap, bottom = key.height + categories.length * step + 4, zero = scale.at(0);
  const rows = categories.map((name, index) => {
    const top = key.height + index * step + 4, first = top + nameHeight, middle = first + (series.length * barHeight) / 2 + 5;
    const title = isNarrow ? words({ x: 0, y: top + 14, text: fit(name, width) }) : namesOf(name, nameWidth, middle);
    return html`<g>${title}${series.map(({ values }, place) => lyingBar(values[index] ?? null, said[place]?.[index] ?? 'sin dato', scale, first + place * barHeight, place, width))}</g>`;
  });
  const guides = scale.ticks.map((tick) => html`${line(scale.at(tick), key.height, scale.at(tick), bottom)}${words({ x: scale.at(tick), y: bottom + 17, text: sayValue(tick, { decimals: 2 }), anchor: tick === scale.min ? 'start' : 'middle', colour: colours.muted })}`);
  return { height: bottom + axisHeight, body: html`${key.body}${guides}${rows}${line(zero, key.height, zero, bottom, colours.ink)}${target && line(scale.at(target.value), key.height, scale.at(target.value), bottom, colours.ink, targetDash)}` };
}

/** A name at the right of its column, on two lines where one does not do. */
export function namesOf(name: string, width: number, middle: number): Html {
  const lines = wrap(name, width - 6, 2);
  return html`${lines.map((text, row) => words({ x: width, y: middle + (row - (lines.length - 1) / 2) * 14, text, anchor: 'end' }))}`;
}

function lyingBar(value: number | null, said: string, scale: Scale, y: number, place: number, width: number): Html {
  const zero = scale.at(0), end = value === null ? zero : scale.at(value), text = fit(said, 120);
  const label = words({ x: Math.min(Math.max(zero, end) + 6, width - widthOf(text)), y: y + 13, text, colour: value === null ? colours.muted : colours.ink });
  return html`${value !== null && block({ x: Math.min(zero, end), y: y + 1, width: Math.abs(end - zero), height: barHeight - 4 }, place)}${label}`;
}

const standingHeight = 240, headRoom = 22, namesHeight = 44;

function standing(data: BarData, { width }: Room): Drawing {
  const { categories, series, target } = data, key = legend(entriesOf(data), width), top = key.height + headRoom, bottom = top + standingHeight;
  const scale = scaleOf(valuesOf(data), bottom, top, 4), left = Math.max(...scale.ticks.map((tick) => widthOf(sayValue(tick, { decimals: 2 })))) + 10, band = (width - left) / categories.length;
  const thick = Math.min(48, (band * 0.76) / series.length);
  const groups = categories.map((name, index) => {
    const middle = left + (index + 0.5) * band, start = middle - (thick * series.length) / 2;
    const names = wrap(name, band - 8, 2).map((text, row) => words({ x: middle, y: bottom + 18 + row * 16, text, anchor: 'middle' }));
    return html`<g>${series.map(({ values }, place) => standingBar(values[index] ?? null, sayValue(values[index], data), scale, { x: start + place * thick, thick }, place))}${names}</g>`;
  });
  const guides = scale.ticks.map((tick) => html`${line(left, scale.at(tick), width, scale.at(tick))}${words({ x: left - 6, y: scale.at(tick) + 4, text: sayValue(tick, { decimals: 2 }), anchor: 'end', colour: colours.muted })}`);
  return { height: bottom + namesHeight, body: html`${key.body}${guides}${groups}${line(left, scale.at(0), width, scale.at(0), colours.ink)}${target && line(left, scale.at(target.value), width, scale.at(target.value), colours.ink, targetDash)}` };
}

// A label that is wider than its bar would run into its neighbour; the table has it anyway.
function standingBar(value: number | null, said: string, scale: Scale, { x, thick }: { readonly x: number; readonly thick: number }, place: number): Html {
  const zero = scale.at(0), end = value === null ? zero : scale.at(value), width = thick - 3, fits = widthOf(said) <= thick + 10;
  const label = (fits || value === null) && words({ x: x + width / 2, y: Math.min(zero, end) - 6, text: fits ? said : '—', anchor: 'middle', colour: value === null ? colours.muted : colours.ink });
  return html`${value !== null && block({ x, y: Math.min(zero, end), width, height: Math.abs(end - zero) }, place)}${label}`;
}
