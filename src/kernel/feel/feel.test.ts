import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileFeel, compileUnary, evaluateFeel, feelDate, feelLengthMax, testUnary, toPlain, tryFeel } from './index.ts';
import type { LocalDate } from '../clock.ts';

const day = feelDate('2026-11-20' as LocalDate);

const values: [text: string, variables: Record<string, unknown>, value: unknown][] = [
  ['1 + 2', {}, 3],
  ['a = 1 or b = 2 // por si acaso', { a: 0, b: 2 }, true],
  ['revision.outcome = "aprobar" and monto > 100', { revision: { outcome: 'aprobar' }, monto: 200 }, true],
  ['monto > 100', { monto: 50 }, false],
  ['falta', {}, null],
  ['if falta = null then 0 else falta', {}, 0],
  ['for x in lista return x * 2', { lista: [1, 2] }, [2, 4]],
  ['lista[precio > 3].precio', { lista: [{ precio: 1 }, { precio: 5 }] }, [5]],
  ['{a: 1, b: a + 1}.b', {}, 2],
  ['some x in lista satisfies x > 1', { lista: [1, 2] }, true],
  ['string length(nombre)', { nombre: 'Ñandú' }, 5],
  ['hoy >= date("2026-01-01")', { hoy: day }, true],
  ['año + 1', { año: 2025 }, 2026],
  ['x instance of string', { x: 'a' }, true],
  ['date("2026-11-20") + duration("P1D")', {}, '2026-11-21'],
  ['count', { count: 3 }, 3],
];
for (const [text, variables, value] of values) {
  test(`${text} is ${JSON.stringify(value)}`, () => {
    const { expression, problem } = compileFeel(text);
    assert.ok(expression, problem?.message);
    assert.deepEqual(toPlain(evaluateFeel(expression, variables)), value);
    assert.deepEqual(toPlain(evaluateFeel(expression, variables)), value, 'the same again');
  });
}

const problems: [text: string, offending: string, line: number, column: number][] = [
  ['', '', 1, 1],
  ['a +', '', 1, 4],
  ['a +* b', '*', 1, 4],
  ['a;\nb', ';', 1, 2],
  ['a = = b', '= b', 1, 5],
  ['a and\n(b', '', 2, 3],
  ['if a then b', '', 1, 12],
  ['constructor', 'constructor', 1, 1],
  ['a.__proto__', '__proto__', 1, 3],
  ['{constructor: 1}', 'constructor', 1, 2],
  ['a > today()', 'today', 1, 5],
];
for (const [text, offending, line, column] of problems) {
  test(`${JSON.stringify(text)} is faulty at ${line}:${column}`, () => {
    const { problem, expression } = compileFeel(text);
    assert.equal(expression, undefined);
    assert.deepEqual([problem?.offending, problem?.position.line, problem?.position.column], [offending, line, column]);
    assert.match(problem?.message ?? '', /^[«A-Z].*[\wá»]\.$/s);
  });
}

test('an expression that is too long is refused', () => {
  assert.match(compileFeel('1+'.repeat(feelLengthMax)).problem?.message ?? '', /caracteres/);
});

test('the names are those that come from outside', () => {
  assert.deepEqual(compileFeel('for x in lista return x + y.z + count(w[q > 1])').expression?.names, ['lista', 'y', 'w']);
});

const reasons: [text: string, variables: Record<string, unknown>, reason: RegExp][] = [
  ['monto > 100', {}, /no hay ningún dato «monto»/],
  ['a.b', { a: {} }, /falta el dato «b»/],
  ['a + 1', { a: 'x' }, /distinta clase/],
  ['noexiste(1)', {}, /«noexiste»|no existe/],
];
for (const [text, variables, reason] of reasons) {
  test(`${text} says why it is null`, () => {
    const { expression } = compileFeel(text);
    assert.ok(expression);
    const outcome = tryFeel(expression, variables);
    assert.equal(outcome.value, null);
    assert.match(outcome.reason ?? '', reason);
  });
}

const cells: [tests: string, value: unknown, passes: boolean][] = [
  ['-', 1, true], ['', 1, true], ['"a","b"', 'b', true], ['"a"', 'b', false], ['not("a")', 'b', true], ['not("a", "b")', 'b', false],
  ['[1..3]', 3, true], ['(1..3)', 3, false], ['> 5, -3', -3, true], ['< limite', 4, true], ['lista', 'x', true], ['contains(?, "x")', 'axb', true],
  ['true', true, true], ['true', false, false], ['null', null, true], ['< 5', null, false], ['? > 3', 4, true], ['not(null)', 'a', true],
];
for (const [tests, value, passes] of cells) {
  test(`${JSON.stringify(value)} ${passes ? 'passes' : 'fails'} ${tests}`, () => {
    assert.equal(testUnary(tests, value, { limite: 5, lista: ['x', 'y'] }), passes);
  });
}

test('a faulty cell has a problem and never passes', () => {
  assert.equal(compileUnary('> > 1').problem?.offending, '> 1');
  assert.equal(testUnary('> > 1', 2), false);
});

test('prototypes are never variables', () => {
  const { expression } = compileFeel('a');
  assert.ok(expression);
  assert.equal(evaluateFeel(expression, Object.create({ a: 1 }) as Record<string, unknown>), null);
});

test('instants and what JSON cannot say become plain', () => {
  assert.equal(toPlain(evaluateFeel(compileFeel('ahora').expression ?? assert.fail(), { ahora: new Date('2026-11-20T14:00:00Z') })), '2026-11-20T14:00:00Z');
  assert.deepEqual(toPlain([Number.NaN, () => 1, new Map(), { a: undefined, b: new Date(0) }]), [null, null, null, { b: '1970-01-01T00:00:00.000Z' }]);
});

test('no text makes reading or evaluating throw', () => {
  const part = fc.constantFrom('a', '1', '"x"', '+', '(', ')', '[', ']', '{', '}', ':', ',', 'if', 'then', 'else', 'for', 'in', 'return', '..', '.', 'not', 'function', '@', '\\', '"', ' ', 'date', '-', 'null', '\n', '//', '/*');
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' '))), (text) => {
    const { expression, problem } = compileFeel(text);
    assert.equal(expression === undefined, problem !== undefined);
    if (expression) tryFeel(expression, { a: 1 });
    testUnary(text, 1, { a: 1 });
  }), { numRuns: 1_000 });
});
