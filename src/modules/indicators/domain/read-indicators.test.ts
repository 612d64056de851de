import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indicators, populations } from '../content/index.ts';
import { operands, operandsByName } from '../operands/index.ts';
import { isMeasured } from './indicator.ts';
import { checkTogether, readIndicatorFile, type Known } from './read-indicators.ts';

const known: Known = { operands: new Map([['trenes', { unit: 'trenes' }], ['trenes_rojos', { unit: 'trenes' }], ['barcos', { unit: 'barcos' }]]), populations: ['todas'] };

const definition = (more: Readonly<Record<string, string>>): string => {
  const lines = { code: '"1"', name: 'Trenes rojos', mode: 'computed', unit: '"%"', sense: 'higher', frequency: 'month', population: 'todas', method: 'Se cuentan.', source: 'La estación', numerator: 'trenes_rojos', denominator: 'trenes', version: '1', ...more };
  return `  - ${Object.entries(lines).filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${value}`).join('\n    ')}`;
};
function faultsOf(...definitions: readonly string[]): readonly string[] {
  const file = readIndicatorFile(`plan: servicio\nsource: Prueba\nindicators:\n${definitions.join('\n')}\n`, 'x.yaml', known);
  checkTogether(file.written, known);
  return file.faults.map(({ code, line }) => `${code.replace('indicators.', '')}:${line}`);
}

const rows: readonly (readonly [what: string, definitions: readonly string[], faults: readonly string[]])[] = [
  ['a sound definition', [definition({})], []],
  ['an operand that nothing gives', [definition({ numerator: 'trenes_azules' })], ['operand:4']],
  ['an expression that is none', [definition({ numerator: 'trenes +' })], ['expression:13']],
  ['a share of something else', [definition({ denominator: 'barcos' })], ['unit:4']],
  ['a sum of trains and ships', [definition({ numerator: 'trenes + barcos' })], ['unit:4']],
  ['a count of trains that says it counts ships', [definition({ unit: 'barcos', denominator: '' })], ['unit:4']],
  ['a count of trains', [definition({ unit: 'trenes', denominator: '' })], []],
  ['a share of nothing', [definition({ denominator: '' })], ['denominator:4']],
  ['neither an expression nor what is missing', [definition({ numerator: '', denominator: '' })], ['unmeasured:4']],
  ['what is missing', [definition({ numerator: '', denominator: '', missing: 'Una estación.' })], []],
  ['an unknown list of entities', [definition({ population: 'nadie' })], ['population:10', 'incomplete:4']],
  ['an unknown mode', [definition({ mode: 'magia' })], ['unknown_word:6', 'incomplete:4']],
  ['a goal without words', [definition({ goal: '{ value: 3 }' })], ['goal:16']],
  ['a code that two have', [definition({}), definition({})], ['twice:4', 'twice:16']],
  ['a circle of one', [definition({ numerator: 'indicador_1' })], ['circle:4']],
  ['a circle of two', [definition({ numerator: 'indicador_2' }), definition({ code: '"2"', numerator: 'indicador_1' })], ['circle:4', 'circle:16']],
  ['a share that names another share', [definition({}), definition({ code: '"2"', unit: 'puntos', factor: '1', numerator: 'indicador_1 / 2', denominator: '' })], ['unit:16']],
];
for (const [what, definitions, faults] of rows) test(`${what}: ${faults.join(', ') || 'no fault'}`, () => { assert.deepEqual(faultsOf(...definitions), faults); });

// The 41 goals and indicators of the two plans, with where their figures can come from.
const modesOf = {
  computed: ['1.1', '1.2', '3.1', '4.1', '5.1', '6.2', '8.1', '8.2', '11.2', '12.1', '13.1.1', '13.2.1', '14.1', 'GC-1', 'GC-2', 'GC-3', 'GC-5', 'GA-1', 'GA-2', 'GA-3', 'GA-4', 'GEE-3', 'GEE-4'],
  partial: ['5.2', '6.1', '9.1', '10.3.1', '11.1', '13.3.1', 'GC-4', 'GEE-1', 'GEE-2'],
  reported: ['1.3', '2.1', '2.2', '7.1', '7.2', '7.3', '10.1.1', '10.1.2', '10.2.1'],
} as const;

test('the 28 goals of the national plan and the 13 indicators of the plan of Oruro are there, each with its mode', () => {
  const planned = indicators.filter(({ plan }) => plan !== 'servicio');
  assert.deepEqual([planned.filter(({ plan }) => plan === 'nacional').length, planned.filter(({ plan }) => plan === 'oruro').length], [28, 13]);
  for (const [mode, codes] of Object.entries(modesOf)) assert.deepEqual(planned.filter((one) => one.mode === mode).map(({ code }) => code).sort(), [...codes].sort(), mode);
});

// As the plan's table of results says them; a goal that says «exists» has no number, and three lost part of their text.
const values: Readonly<Record<string, number>> = {
  '1.1': 100, '1.2': 1, '1.3': 100, '2.1': 50, '3.1': 90, '4.1': 50, '5.1': 100, '5.2': 100, '6.1': 60, '6.2': 90, '7.1': 100, '7.2': 50, '7.3': 80, '8.1': 100, '8.2': 2, '10.2.1': 80, '10.3.1': 100,
  '11.1': 50, '11.2': 100, '12.1': 100, '13.1.1': 100, '13.2.1': 100,
};

test('goals are those of the plan, until 2028; what its text lost is to be confirmed', () => {
  const national = indicators.filter(({ plan }) => plan === 'nacional');
  assert.deepEqual(Object.fromEntries(national.flatMap(({ code, goal }) => (goal?.value === undefined ? [] : [[code, goal.value]]))), values);
  assert.ok(national.every(({ goal }) => goal?.year === 2028));
  assert.deepEqual(national.filter(({ goal }) => goal?.state === 'unconfirmed').map(({ code }) => code), ['1.3', '13.3.1', '14.1']);
});

test('what is not measured says what is missing; every list and every operand is used', () => {
  assert.deepEqual(indicators.filter((one) => !isMeasured(one) && one.missing === undefined), []);
  const used = new Set(indicators.flatMap(({ numerator, denominator }) => [...(numerator?.names ?? []), ...(denominator?.names ?? [])]));
  assert.deepEqual(operands.map(({ name }) => name).filter((name) => !used.has(name)), []);
  assert.equal(operandsByName.size, operands.length);
  assert.deepEqual(populations.filter(({ list }) => !indicators.some(({ population }) => population === list)), []);
});
