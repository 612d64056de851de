import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effortChart, type Point } from './chart.ts';

const marks = (points: readonly Omit<Point, 'name'>[]): readonly string[] => [...String(effortChart(points.map((point) => ({ ...point, name: `Trámite ${point.place}` })))).matchAll(/<text[^>]*font-weight="700"[^>]*>([^<]+)</g)].map(([, text]) => text ?? '');

const rows: readonly (readonly [what: string, points: readonly Omit<Point, 'name'>[], says: readonly string[]])[] = [
  ['apart', [{ place: 1, value: 90, effort: 10 }, { place: 2, value: 20, effort: 80 }], ['1', '2']],
  ['in one place, one mark that counts', [{ place: 2, value: 50, effort: 25 }, { place: 1, value: 50, effort: 25 }, { place: 3, value: 49, effort: 26 }], ['1 +2']],
  ['at the edge', [{ place: 1, value: 50, effort: 100 }, { place: 2, value: 50, effort: 100 }, { place: 3, value: 0, effort: 0 }], ['1 +1', '3']],
  ['nothing', [], []],
];
for (const [what, points, says] of rows) test(`value and effort: ${what}`, () => assert.deepEqual(marks(points), says));

test('who is joined is still named', () => assert.match(String(effortChart([{ place: 1, value: 1, effort: 1, name: 'Uno' }, { place: 2, value: 1, effort: 1, name: 'Dos' }])), /<title>1\. Uno; 2\. Dos<\/title>/));
