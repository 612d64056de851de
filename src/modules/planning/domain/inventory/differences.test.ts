import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answers } from '#modules/forms/index.ts';
import { entryForm } from '../../content/entry-form.ts';
import { laidOver } from './compare.ts';
import { differencesBetween, sameValue } from './differences.ts';

const between = (before: Answers, after: Answers) => differencesBetween(entryForm, before, after).map((one) => [one.field, one.kind === 'value' ? [one.before, one.after] : one.rows.map(({ state, text }) => `${state} ${text}`)]);

test('fields are compared in words, in the order of the form, also those that are hidden now', () => {
  assert.deepEqual(between({ gratuito: false, costo: 5_000, nombre: 'A' }, { gratuito: true, costo: 5_100, nombre: 'B', publico: ['empresa'] }), [
    ['nombre', [['A'], ['B']]], ['publico', [[], ['Empresas y organizaciones']]], ['gratuito', [['No'], ['Sí']]], ['costo', [['Bs\u00a050,00'], ['Bs\u00a051,00']]],
  ]);
});

test('rows are compared one by one: a new one in the middle is one change', () => {
  const rows = (...names: string[]) => ({ requisitos: names.map((nombre) => ({ nombre })) });
  assert.deepEqual(between(rows('a', 'b', 'c'), rows('a', 'x', 'b')), [['requisitos', ['same a', 'added x', 'same b', 'removed c']]]);
});

test('nothing, an empty text and an empty list are the same; members have no order', () => {
  for (const [a, b] of [[undefined, null], ['', null], [[], undefined], [{ a: 1, b: '' }, { a: 1 }], [{ a: 1, b: 2 }, { b: 2, a: 1 }]] as const) assert.ok(sameValue(a, b), JSON.stringify([a, b]));
  assert.ok(!sameValue(0, null));
  assert.ok(!sameValue(false, null));
});

const rows = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
test('what stays and goes is the old list, what stays and comes is the new one', () => fc.assert(fc.property(rows, rows, (before, after) => {
  const of = (names: readonly string[]): Answers => ({ pasos: names.map((que) => ({ que })) }), [difference] = differencesBetween(entryForm, of(before), of(after));
  if (difference?.kind !== 'rows') return assert.deepEqual(before, after);
  assert.deepEqual(difference.rows.filter(({ state }) => state !== 'added').map(({ text }) => text), before);
  assert.deepEqual(difference.rows.filter(({ state }) => state !== 'removed').map(({ text }) => text), after);
})));

test('a row that is called the same keeps what a file does not say of it', () => {
  const before = { requisitos: [{ nombre: 'Cédula de identidad', copias: 2 }, { nombre: 'Carta', emisor: 'Notaría' }], facilidades: 'Sí' };
  assert.deepEqual(laidOver(before, { requisitos: [{ nombre: 'CARTA' }, { nombre: 'Cédula de Identidad', emisor: 'SEGIP' }, { nombre: 'Foto' }] }), {
    requisitos: [{ nombre: 'CARTA', emisor: 'Notaría' }, { nombre: 'Cédula de Identidad', copias: 2, emisor: 'SEGIP' }, { nombre: 'Foto' }], facilidades: 'Sí',
  });
});
