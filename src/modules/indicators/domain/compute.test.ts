import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileFeel } from '#kernel/feel/index.ts';
import { amountOf, compute } from './compute.ts';
import type { Indicator } from './indicator.ts';

const feel = (text: string | undefined) => (text === undefined ? undefined : compileFeel(text).expression ?? assert.fail(text));
const indicator = (numerator: string, denominator?: string, more: Partial<Indicator> = {}): Indicator => ({
  code: 'A-1', plan: 'servicio', name: 'A', mode: 'computed', unit: '%', factor: 100, sense: 'higher', frequency: 'month', population: 'todas', numerator: feel(numerator), denominator: feel(denominator),
  goal: undefined, method: '', source: '', version: 1, dimensions: [], missing: undefined, evidence: undefined, sha256: '', ...more,
});
const amounts = new Map<string, number | null>([['tres', 3], ['cuatro', 4], ['cero', 0], ['nada', null]]);
const none = new Map<string, Indicator>();

const rows = [
  // numerator            denominator       value
  ['tres',                'cuatro',         75],
  ['tres',                undefined,        300],
  ['cero',                'cuatro',         0],
  ['tres',                'cero',           null],
  ['cero',                'cero',           null],
  ['tres',                'nada',           null],
  ['nada',                'cuatro',         null],
  ['tres',                'falta',          null],
  ['tres + 1',            'cuatro',         100],
  ['sum([tres, cuatro])', 'cuatro - tres',  700],
  ['"tres"',              'cuatro',         null],
  ['tres',                'tres - 3',       null],
] as const;
for (const [numerator, denominator, value] of rows) {
  test(`${numerator} of ${denominator ?? 'nothing'} is ${value ?? 'without basis'}`, () => { assert.equal(compute(indicator(numerator, denominator), amounts, none).value, value); });
}

test('a figure says what each of its names stood for', () => {
  assert.deepEqual(compute(indicator('tres', 'cuatro'), amounts, none), { num: 3, den: 4, value: 75, operands: { tres: 3, cuatro: 4 } });
});

test('an indicator that names another takes its value; without a basis there, it has none either, and a circle has none', () => {
  const share = indicator('tres', 'cuatro', { code: '6.2' }), empty = indicator('tres', 'cero', { code: '7.1' }), circle = indicator('indicador_a_1', undefined, { code: 'B' });
  const others = new Map([['indicador_6_2', share], ['indicador_7_1', empty], ['indicador_b', circle]]);
  assert.deepEqual(['indicador_6_2 / 2', 'indicador_7_1 + 1', 'indicador_b'].map((numerator) => compute(indicator(numerator, undefined, { factor: 1 }), amounts, others).value), [37.5, null, null]);
});

test('the middle day is one by which half were done, and half were not done before', () => {
  assert.equal(amountOf([], 'median'), null);
  fc.assert(fc.property(fc.array(fc.record({ bucket: fc.integer({ min: 0, max: 50 }), n: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 12 }), (shares) => {
    const all = shares.flatMap(({ bucket, n }) => Array.from({ length: n }, () => bucket)).sort((a, b) => a - b);
    assert.equal(amountOf(shares, 'median'), all[Math.ceil(all.length / 2) - 1]);
    assert.equal(amountOf(shares, 'sum'), all.length);
  }));
});
