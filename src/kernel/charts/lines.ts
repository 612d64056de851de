import { html, type Html } from '../html/html.ts';
import { chartOf, drawable, sayValue, type Chart, type Drawing, type Room, type Saying, type Series, type Value } from './chart.ts';
import { legend, targetDash, targetSign } from './legend.ts';
import { colours, lookOf, looksMax, mark, round } from './look.ts';
import { scaleOf } from './scale.ts';
import { clean, fit, line, widthOf, words } from './words.ts';

/** What goes on over time: a value in each period and series, and perhaps what was to be reached in each. */
export type LineData = Saying & {
  readonly title: string;
  /** Names of the periods in their order. */
  readonly periods: readonly string[];
  readonly series: readonly Series[];
  readonly target?: Series;
};

/** How many periods are drawn: the last ones. The table has all of them. */
const periodsMax = 400;

/** Values by period. What was not measured is a gap, never a zero; a line to be reached is dashed. */
export function lineChart(data: LineData): Chart {
  const all = [...data.series, ...(data.target ? [data.target] : [])], last = (series: Series | undefined): Value => series?.values.findLast((value) => value !== null) ?? null;
  const cut = Math.max(0, data.periods.length - periodsMax), tail = (series: Series): Series => drawable({ name: series.name, values: series.values.slice(cut) });
  const drawn: LineData = { ...data, periods: data.periods.slice(cut).map(clean), series: data.series.slice(0, looksMax).map(tail), ...(data.target ? { target: tail(data.target) } : {}) };
  return chartOf({
    title: data.title, alt: `${data.title}: ${data.periods.length} ${data.periods.length === 1 ? 'periodo' : 'periodos'}; ${data.series.map((series) => `${series.name}, último valor ${sayValue(last(series), data)}`).join('; ')}.`,
    head: ['Periodo', ...all.map(({ name }) => name)], rows: data.periods.map((period, index) => [period, ...all.map(({ values }) => sayValue(values[index], data))]),
    draw: (room) => draw(drawn, room),
  });
}

const plotHeight = 220, headRoom = 26, namesHeight = 28, marksMax = 45, lastSaidMax = 2;

function draw(data: LineData, { width, isNarrow }: Room): Drawing {
  const { periods, series, target } = data, shown = [...series.flatMap(({ values }) => values), ...(target?.values ?? [])].filter((value) => value !== null);
  const key = legend([...(series.length > 1 || target ? series.map(({ name }, place) => ({ name, sign: (x: number, y: number) => html`${line(x, y, x + 18, y, lookOf(place).stroke)}${mark(x + 9, y, place)}` })) : []), ...(target ? [{ name: target.name, sign: targetSign }] : [])], width);
  const top = key.height + headRoom, bottom = top + plotHeight, scale = scaleOf(shown, bottom, top, 4), left = Math.max(...scale.ticks.map((tick) => widthOf(sayValue(tick, { decimals: 2 })))) + 14;
  const x = (index: number): number => (periods.length < 2 ? (left + width - 8) / 2 : left + 6 + (index / (periods.length - 1)) * (width - left - 14));
  const guides = scale.ticks.map((tick) => html`${line(left, scale.at(tick), width, scale.at(tick))}${words({ x: left - 6, y: scale.at(tick) + 4, text: sayValue(tick, { decimals: 2 }), anchor: 'end', colour: colours.muted })}`);
  const at = { x, y: scale.at };
  return {
    height: bottom + namesHeight,
    body: html`${key.body}${guides}${line(left, scale.at(0), width, scale.at(0), colours.ink)}${target && html`<path d="${path(target.values, at)}" fill="none" stroke="${colours.ink}" stroke-width="2" stroke-dasharray="${targetDash}"/>`}${series.map(({ values }, place) => one(values, place, at, data, width))}${names(periods, x, bottom, isNarrow ? 84 : 92, width)}`,
  };
}

type Places = { readonly x: (index: number) => number; readonly y: (value: number) => number };

function one(values: readonly Value[], place: number, at: Places, data: LineData, width: number): Html {
  const { stroke, dash } = lookOf(place), lastAt = values.findLastIndex((value) => value !== null), last = values[lastAt] ?? null;
  const marked = values.flatMap((value, index) => (value !== null && (values.length <= marksMax || index === lastAt || isAlone(values, index)) ? [mark(at.x(index), at.y(value), place)] : []));
  const said = fit(sayValue(last, data), 140), half = widthOf(said) / 2;
  return html`<path d="${path(values, at)}" fill="none" stroke="${stroke}" stroke-width="2"${dash !== 'none' && html` stroke-dasharray="${dash}"`}/>${marked}${last !== null && place < lastSaidMax && words({ x: Math.max(half, Math.min(at.x(lastAt), width - half)), y: at.y(last) + (place === 0 ? -10 : 20), text: said, anchor: 'middle', bold: true })}`;
}

// A point between two gaps has no line that would show it.
const isAlone = (values: readonly Value[], index: number): boolean => (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;

const path = (values: readonly Value[], { x, y }: Places): string =>
  values.map((value, index) => (value === null ? '' : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${round(x(index))} ${round(y(value))}`)).join('') || 'M0 0';

// As many names as fit, always with the last one.
function names(periods: readonly string[], x: (index: number) => number, bottom: number, apart: number, width: number): readonly (Html | false)[] {
  const every = Math.max(1, Math.ceil((periods.length * apart) / width));
  return periods.map((period, index) => {
    const text = fit(period, apart - 6), half = widthOf(text) / 2;
    return (periods.length - 1 - index) % every === 0 && words({ x: Math.max(half, Math.min(x(index), width - half)), y: bottom + 19, text, anchor: 'middle', colour: colours.muted });
  });
}
