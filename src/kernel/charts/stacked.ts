import { html } from '../html/html.ts';
import { chartOf, drawable, sayCut, sayValue, type Chart, type Drawing, type Room, type Saying, type Series } from './chart.ts';
import { barsMax, namesOf } from './bars.ts';
import { legend } from './legend.ts';
import { block, colours, looksMax } from './look.ts';
import { scaleOf } from './scale.ts';
import { clean, fit, line, widthOf, words } from './words.ts';

/** Parts of a whole at each place, such as money by year and phase. Amounts below zero can't be stacked and are left out of the drawing. */
export type StackedData = Saying & { readonly title: string; readonly categories: readonly string[]; readonly series: readonly Series[] };

/** Bars whose parts lie one behind the other, with the total at the end. Parts beyond the sixth are drawn as one, «Otros». */
export function stackedChart(data: StackedData): Chart {
  const totals = data.categories.map((_, index) => data.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)), all = totals.reduce((sum, total) => sum + total, 0);
  return chartOf({
    title: data.title, alt: `${data.title}: ${data.categories.length} barras con ${data.series.length} partes; en total ${sayValue(all, data)}.${sayCut(barsMax, data.categories.length)}`,
    head: ['', ...data.series.map(({ name }) => name), 'Total'],
    rows: data.categories.map((name, index) => [name, ...data.series.map(({ values }) => sayValue(values[index], data)), sayValue(totals[index], data)]),
    draw: (room) => drawn({ ...data, categories: data.categories.slice(0, barsMax).map(clean), series: gathered(data.series.map(drawable)) }, room),
  });
}

function gathered(series: readonly Series[]): readonly Series[] {
  if (series.length <= looksMax) return series;
  const rest = series.slice(looksMax - 1), length = Math.max(...rest.map(({ values }) => values.length));
  return [...series.slice(0, looksMax - 1), { name: 'Otros', values: Array.from({ length }, (_, index) => rest.reduce((sum, { values }) => sum + positive(values[index]), 0)) }];
}

const positive = (value: number | null | undefined): number => Math.max(0, value ?? 0);
const barHeight = 24, gap = 14, axisHeight = 24;

function drawn({ categories, series, ...saying }: StackedData, { width, isNarrow }: Room): Drawing {
  const key = legend(series.map(({ name }, place) => ({ name, sign: (x, y) => block({ x, y: y - 6, width: 16, height: 12 }, place) })), width);
  const totals = categories.map((_, index) => series.reduce((sum, { values }) => sum + positive(values[index]), 0)), said = totals.map((total) => fit(sayValue(total, saying), 140));
  const nameWidth = isNarrow ? 0 : Math.min(240, Math.max(0, ...categories.map((name) => widthOf(name))) + 12), nameHeight = isNarrow ? 20 : 0;
  const scale = scaleOf(totals, isNarrow ? 1 : nameWidth + 8, width - Math.max(0, ...said.map((text) => widthOf(text))) - 10, isNarrow ? 3 : 5), step = nameHeight + barHeight + gap, bottom = key.height + categories.length * step + 4;
  const rows = categories.map((name, index) => {
    const top = key.height + index * step + 4, y = top + nameHeight;
    let before = 0;
    const parts = series.map(({ values }, place) => {
      const value = positive(values[index]), x = scale.at(before);
      before += value;
      return value > 0 && block({ x, y, width: scale.at(before) - x, height: barHeight }, place);
    });
    const title = isNarrow ? words({ x: 0, y: top + 14, text: fit(name, width) }) : namesOf(name, nameWidth, y + 17);
    return html`<g>${title}${parts}${words({ x: scale.at(before) + 6, y: y + 17, text: said[index] ?? '', bold: true })}</g>`;
  });
  const guides = scale.ticks.map((tick) => html`${line(scale.at(tick), key.height, scale.at(tick), bottom)}${words({ x: scale.at(tick), y: bottom + 17, text: sayValue(tick, { decimals: 2 }), anchor: tick === scale.min ? 'start' : 'middle', colour: colours.muted })}`);
  return { height: bottom + axisHeight, body: html`${key.body}${guides}${rows}${line(scale.at(0), key.height, scale.at(0), bottom, colours.ink)}` };
}
