import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { addDays, parseLocalDate, type LocalDate } from '../clock.ts';
import { dayTicks } from './calendar-scale.ts';
import { barChart, chartFigure, departmentMap, ganttChart, lineChart, progressBar, sparkline, stackedChart, type Chart, type GanttRow } from './index.ts';
import { colours } from './look.ts';
import { scaleOf } from './scale.ts';
import { fit, widthOf, wrap } from './words.ts';

/** Every number that places something, from a whole SVG; paths too. */
function places(svg: string): readonly (readonly [x: number, y: number])[] {
  const found = [...svg.matchAll(/ (?:x1|x|cx)="([^"]+)" (?:y1|y|cy)="([^"]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const ends = [...svg.matchAll(/ x2="([^"]+)" y2="([^"]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const far = [...svg.matchAll(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g)].map(([, x, y, width, height]) => [Number(x) + Number(width), Number(y) + Number(height)] as const);
  const paths = [...svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const), corners = [...svg.matchAll(/points="([^"]+)"/g)].flatMap(([, points = '']) => points.split(' ').map((point) => point.split(',').map(Number))).map(([x = NaN, y = NaN]) => [x, y] as const);
  return [...found, ...ends, ...far, ...paths, ...corners];
}

/** Well-formed XML without style or script, one image to a screen reader, nothing outside the view box. */
function sound(svg: string): void {
  assert.doesNotMatch(svg, /NaN|undefined|Infinity|\sstyle=|<style|<script|\sclass=|\sid=|url\(/);
  const [, width = '', height = ''] = /^<svg [^>]*viewBox="0 0 (\S+) (\S+)"[^>]* role="img" aria-label="[^"]+"/.exec(svg) ?? assert.fail(svg.slice(0, 200));
  for (const [x, y] of places(svg)) assert.ok(x >= -0.2 && x <= Number(width) + 0.2 && y >= -0.2 && y <= Number(height) + 0.2, `${x}, ${y} is outside ${width} × ${height}`);
  const open: string[] = [];
  for (const [, slash, name = '', closed] of svg.matchAll(/<(\/?)(\w+)(?:\s[\w:-]+="[^"<]*")*(\/?)>/g)) {
    if (slash) assert.equal(open.pop(), name);
    else if (!closed) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(svg.replaceAll(/<(\/?)(\w+)(?:\s[\w:-]+="[^"<]*")*(\/?)>/g, ''), /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
  assert.doesNotMatch(svg, /[\p{Cc}\ufffe\uffff]/u);
}

function soundChart(chart: Chart): void {
  for (const svg of [chart.svg, chart.narrow]) sound(svg);
  for (const row of chart.rows) assert.equal(row.length, chart.head.length);
}

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);
const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('Aduana Nacional', 'Gobierno Autónomo Departamental de Oruro', '<b>&"', 'x'.repeat(200)));
const value = fc.oneof(fc.constant(null), fc.integer({ min: -1000, max: 100_000 }), fc.double({ noNaN: false }));
const series = fc.array(fc.record({ name, values: fc.array(value, { maxLength: 50 }) }), { maxLength: 8 });
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1990-01-01'), count));

const drawings: readonly (readonly [what: string, charts: fc.Arbitrary<Chart>])[] = [
  ['bars', fc.record({ title: name, categories: fc.array(name, { maxLength: 45 }), series, unit: fc.constantFrom('', '%', 'Bs') }).map((data) => barChart(data))],
  ['bars with a target', fc.record({ title: name, categories: fc.array(name, { maxLength: 6 }), series, target: fc.record({ name, value: fc.integer({ min: -50, max: 900 }) }) }).map((data) => barChart(data))],
  ['stacks', fc.record({ title: name, categories: fc.array(name, { maxLength: 12 }), series }).map((data) => stackedChart(data))],
  ['lines', fc.record({ title: name, periods: fc.array(name, { maxLength: 50 }), series }).map((data) => lineChart({ ...data, series: data.series.map((each) => ({ ...each, values: data.periods.map((_, index) => each.values[index] ?? null) })) }))],
  ['maps', fc.record({ title: name, values: fc.record({ LP: value, OR: value, SC: value }, { requiredKeys: [] }) }).map((data) => departmentMap(data))],
  ['tasks', fc.record({ title: name, today: days, rows: fc.array(fc.record({ name, start: days, end: days, progress: fc.integer({ min: -20, max: 150 }), isMilestone: fc.boolean(), isCritical: fc.boolean(), group: fc.constantFrom('A', 'B'), base: fc.record({ start: days, end: days }), after: fc.array(fc.record({ row: fc.nat(12), kind: fc.constantFrom('FS', 'SS', 'FF', 'SF') }), { maxLength: 3 }) }, { requiredKeys: ['name'] }), { maxLength: 12 }) }).map((data) => ganttChart(data))],
];
for (const [what, charts] of drawings) test(`whatever is given, ${what} are well-formed and stay inside their paper`, () => fc.assert(fc.property(charts, soundChart), { numRuns: 150 }));

test('the table has every value, and the drawing the same words', () => {
  const chart = barChart({ title: 'Avance', unit: '%', categories: ['Aduana', 'Oruro', 'Justicia'], series: [{ name: 'Avance', values: [62.5, null, 1234] }], target: { name: 'Meta', value: 90 } });
  assert.deepEqual(chart.rows, [['Aduana', '62,5\u00a0%'], ['Oruro', 'sin dato'], ['Justicia', '1.234\u00a0%']]);
  for (const svg of [chart.svg, chart.narrow]) for (const said of ['62,5\u00a0%', '1.234\u00a0%', 'Meta: 90\u00a0%']) assert.ok(svg.includes(`>${said}<`), said);
  assert.match(chart.alt, /3 barras; la mayor es Justicia, con 1\.234/);
});

test('a bar is as long as its value', () => {
  const { narrow } = barChart({ title: 'B', categories: ['a', 'b'], series: [{ name: 's', values: [50, 100] }] });
  const [half, whole] = [...narrow.matchAll(/<rect x="[^"]+" y="[^"]+" width="([^"]+)" height="14"/g)].map(([, width]) => Number(width));
  assert.ok(half && whole && Math.abs(whole - 2 * half) < 0.3, `${half} and ${whole}`);
});

test('what was not measured is a gap of the line, no zero', () => {
  const { svg, rows } = lineChart({ title: 'L', periods: ['1', '2', '3', '4', '5'], series: [{ name: 's', values: [1, 2, null, 4, 5] }] });
  assert.match(svg, / d="M[\d. ]+L[\d. ]+M[\d. ]+L[\d. ]+"/);
  assert.deepEqual(rows[2], ['3', 'sin dato']);
});

test('parts are stacked to their sum, and what is too many becomes one', () => {
  const chart = stackedChart({ title: 'S', unit: 'Bs', categories: ['2026'], series: Array.from({ length: 8 }, (_, index) => ({ name: `P${index}`, values: [10] })) });
  assert.equal(chart.rows[0]?.at(-1), 'Bs\u00a080');
  assert.match(chart.svg, />Otros</);
  assert.match(chart.svg, />Bs\u00a080</);
});

test('tasks say what they wait for, what has no date, and how far they are', () => {
  const rows: readonly GanttRow[] = [{ name: 'A', start: day('2026-01-05'), end: day('2026-02-20'), progress: 40 }, { name: 'B', after: [{ row: 0 }, { row: 99 }] }, { name: 'C', end: day('2026-03-02'), isMilestone: true, after: [{ row: 0 }] }];
  const chart = ganttChart({ title: 'G', rows, today: day('2026-02-01') });
  assert.deepEqual(chart.rows, [['A', '5 ene 2026', '20 feb 2026', '40\u00a0%', '—'], ['B', 'sin fecha', 'sin fecha', '—', 'A'], ['C (hito)', '2 mar 2026', '2 mar 2026', '—', 'A']]);
  assert.match(chart.svg, />sin fecha<.*Hoy|Hoy.*>sin fecha</);
});

const ticks = [
  //  from          to            wanted  first
  ['2026-01-05', '2026-01-09', 6, '5 ene'], ['2026-01-05', '2026-05-20', 6, 'feb 2026'], ['2025-03-01', '2028-12-31', 6, '2026'], ['1800-01-01', '2400-01-01', 8, '1800'],
] as const;
for (const [from, to, wanted, first] of ticks) test(`days from ${from} to ${to} are marked from ${first} on`, () => {
  const marks = dayTicks(day(from), day(to), wanted);
  assert.equal(marks[0]?.text, first);
  assert.ok(marks.length <= wanted + 1 && marks.every((mark) => mark.day >= from && mark.day <= to));
});

test('an axis holds its values and zero, at round numbers', () => fc.assert(fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 20 }), (values) => {
  const scale = scaleOf(values, 0, 100, 5);
  assert.ok(scale.ticks.length >= 2 && scale.ticks.length <= 12);
  for (const each of [0, ...values]) assert.ok(scale.at(each) >= -1e-6 && scale.at(each) <= 100 + 1e-6);
})));

test('words are cut to their room and wrapped without losing any that fit', () => fc.assert(fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
  assert.ok(widthOf(fit(text, width)) <= width);
  for (const line of wrap(text, width, 2)) assert.ok(widthOf(line) <= width);
})));

test('small marks say what they show', () => {
  sound(progressBar({ percent: 140, mark: -3, label: 'Avance <x>' }).toString());
  assert.match(progressBar({ percent: null, label: 'Avance' }).toString(), /aria-label="Avance: sin dato"/);
  sound(sparkline([1, null, 3, 2], 'Curso').toString());
  assert.equal(sparkline([null, 3], 'Curso').toString(), '');
});

test('the colours are those of the site', () => {
  const brand = readFileSync(new URL('../../../web/css/_brand.scss', import.meta.url), 'utf8');
  for (const [name, colour] of [['$accent', colours.accent], ['$accent-tint', colours.tint]] as const) assert.ok(brand.includes(`${name}: ${colour}`), name);
});

test('a figure holds both drawings and the table, and is sound markup', async () => {
  const chart = departmentMap({ title: 'Entidades', unit: '%', values: { LP: 80, OR: 10 } }), figure = chartFigure(chart).toString();
  assert.ok(figure.includes(chart.svg) && figure.includes(chart.narrow) && figure.includes('<details'));
  const config = JSON.parse(readFileSync(new URL('../../../.htmlvalidate.json', import.meta.url), 'utf8')) as ConstructorParameters<typeof HtmlValidate>[0];
  const { results } = await new HtmlValidate(config).validateString(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${figure}${figure}</main></body></html>`);
  assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)), []);
});
