import { html, trusted, type Html } from '../html/html.ts';
import { sayValue, wholeSvg, type Value } from './chart.ts';
import { colours, round } from './look.ts';
import { scaleOf } from './scale.ts';
import { clean } from './words.ts';

const bar = { width: 120, height: 14 } as const, spark = { width: 96, height: 28 } as const;

/** How much of a whole is done, with a notch where it should be; the words beside it must say the same. Percents beyond 0 and 100 are drawn at the edge. */
export function progressBar({ percent, mark, label }: { readonly percent: Value; readonly mark?: Value | undefined; readonly label: string }): Html {
  const at = (value: number): number => round((Math.max(0, Math.min(100, value)) / 100) * bar.width);
  const body = html`<rect x="0.5" y="2.5" width="${bar.width - 1}" height="9" fill="${colours.tint}" stroke="${colours.muted}"/>${percent !== null && html`<rect x="0" y="2" width="${at(percent)}" height="10" fill="${colours.accent}"/>`}${typeof mark === 'number' && html`<rect x="${Math.max(0, Math.min(bar.width - 3, at(mark) - 1.5))}" y="0" width="3" height="14" fill="${colours.ink}"/>`}`;
  return trusted(wholeSvg(bar.width, { height: bar.height, body }, clean(`${label}: ${sayValue(percent, { unit: '%' })}`)));
}

/** The course of a value as a small line, oldest first; gaps stay gaps. Nothing where fewer than two values are known. */
export function sparkline(values: readonly Value[], label: string): Html {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return html``;
  const scale = scaleOf(known, spark.height - 4, 4, 2), x = (index: number): number => 4 + (index / (values.length - 1)) * (spark.width - 8), last = values.findLastIndex((value) => value !== null);
  const path = values.map((value, index) => (value === null ? '' : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${round(x(index))} ${round(scale.at(value))}`)).join('');
  const body = html`<path d="${path}" fill="none" stroke="${colours.accent}" stroke-width="2"/><circle cx="${round(x(last))}" cy="${round(scale.at(values[last] ?? 0))}" r="3" fill="${colours.accent}"/>`;
  return trusted(wholeSvg(spark.width, { height: spark.height, body }, clean(label)));
}
