import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nationalPlan } from '../../index.ts';
import { readNationalPlan } from './read-national-plan.ts';

const text = readFileSync(new URL('../../content/national-plan.yaml', import.meta.url), 'utf8');

test('the national plan has its three axes, fourteen lines and twenty-eight goals', () => {
  assert.deepEqual([nationalPlan.axes.length, nationalPlan.lines.length, nationalPlan.goals.length], [3, 14, 28]);
  assert.deepEqual(nationalPlan.axes.map(({ name, lines }) => [name, lines.map(({ number }) => number)]), [['Gobierno Soberano', [1, 2, 3, 4, 5]], ['Gobierno Eficiente', [6, 7, 8, 9, 10, 11, 12]], ['Gobierno Abierto y Participativo', [13, 14]]]);
  assert.deepEqual(nationalPlan.goals.map(({ code }) => code), ['1.1', '1.2', '1.3', '2.1', '2.2', '3.1', '4.1', '5.1', '5.2', '6.1', '6.2', '7.1', '7.2', '7.3', '8.1', '8.2', '9.1', '10.1.1', '10.1.2', '10.2.1', '10.3.1', '11.1', '11.2', '12.1', '13.1.1', '13.2.1', '13.3.1', '14.1']);
  assert.deepEqual(nationalPlan.lines.filter(({ sublines }) => sublines.length > 0).map(({ number, sublines }) => [number, sublines.length]), [[10, 3], [13, 3]]);
});

const figures = [['1.1', 100], ['2.1', 50], ['3.1', 90], ['4.1', 50], ['5.2', 100], ['6.1', 60], ['6.2', 90], ['7.2', 50], ['7.3', 80], ['8.2', 2], ['10.2.1', 80], ['11.1', 50], ['13.1.1', 100]] as const;

test('figures are those of the plan', () => assert.deepEqual(nationalPlan.goals.filter(({ code }) => figures.some(([one]) => one === code)).map(({ code, value }) => [code, value]), figures.map((row) => [...row])));

test('what is to be confirmed is marked, and nothing else is', () => {
  const marked = nationalPlan.goals.filter(({ fidelity }) => fidelity === 'lost');
  assert.deepEqual(marked.map(({ code }) => code), ['1.3', '13.3.1', '14.1']);
  for (const { goal, note, value, remains } of marked) { assert.match(goal, /Por confirmar/); assert.ok(note); assert.equal(value, undefined); assert.ok(remains.length > 0); }
  assert.equal(text.match(/goal: Por confirmar|"Por confirmar"/g)?.length, 4, 'three goals and one body');
  assert.ok(nationalPlan.goals.filter(({ fidelity }) => fidelity === 'repaired').every(({ note }) => note));
  assert.equal(nationalPlan.schedule, 'lost');
});

test('every abbreviation that a goal names is explained', () => {
  const known = new Set(nationalPlan.acronyms.map(({ short }) => short));
  const named = nationalPlan.goals.flatMap(({ responsible, coordinators }) => [...responsible, ...coordinators]).filter((name) => /^[A-Z][A-Za-z-]*[A-Z]/.test(name) && !name.includes(' '));
  assert.deepEqual(named.filter((name) => !known.has(name)), []);
});

const unsound: readonly [name: string, from: RegExp, to: string, code: string][] = [
  ['a lost goal with a figure', /remains: \["y 100%.*\]/, 'value: 100', 'national_plan.goal_guessed'],
  ['a lost goal that is not marked', /fidelity: lost/, 'fidelity: literal', 'national_plan.goal_unmarked'],
  ['a mended goal without a note', /fidelity: repaired\n\s+note: .*\n/, 'fidelity: repaired\n', 'national_plan.goal_unexplained'],
  ['a goal of another line', /code: "2\.1"/, 'code: "3.1"', 'national_plan.goal_code'],
  ['two goals with a code', /code: "2\.2"/, 'code: "2.1"', 'national_plan.goal_twice'],
  ['a line of no axis', /axis: 2/, 'axis: 9', 'national_plan.line_axis'],
  ['a name that is not known', /preparedBy/, 'prepared', 'national_plan.unknown_key'],
];

for (const [name, from, to, code] of unsound) {
  test(`${name} is a fault`, () => {
    const changed = text.replace(from, to);
    assert.notEqual(changed, text);
    const { value, faults } = readNationalPlan(changed, 'x.yaml');
    assert.equal(value, undefined);
    assert.ok(faults.some((fault) => fault.code === code), JSON.stringify(faults));
  });
}

test('names, results, goals and bodies are those of the plan, letter by letter', () => {
  const { lines, goals } = nationalPlan;
  const words = [...lines.flatMap(({ name, sublines }) => [name, ...sublines.map((one) => one.name)]), ...goals.flatMap(({ result, goal, fidelity, responsible, coordinators }) => [result, ...(fidelity === 'lost' ? [] : [goal]), ...responsible.filter((one) => !/por confirmar/i.test(one)), ...coordinators])];
  // Taken once from the transcription of the plan: whoever changes a word on purpose takes it again.
  assert.deepEqual([words.length, hash('sha256', words.sort().join('\n'))], [132, '191440b89e0c8471eb722f86dd252bc5f143f2495663b879c9381fc7f0f78996']);
});
