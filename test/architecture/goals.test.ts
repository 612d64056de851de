import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indicators } from '#modules/indicators/index.ts';
import { nationalPlan } from '#modules/plans/index.ts';

const measured = indicators.filter(({ plan }) => plan === 'nacional'), goals = nationalPlan.lines.flatMap((line) => line.goals);

test('each goal of the national plan is measured by one indicator, under its code and in the order of the plan', () => {
  assert.deepEqual(measured.map(({ code }) => code), goals.map(({ code }) => code));
});

for (const { code, goal, value, fidelity } of goals) {
  test(`goal ${code} says the same in the plan and where it is measured`, () => {
    const indicator = measured.find((one) => one.code === code) ?? assert.fail(code);
    assert.equal(indicator.goal?.state === 'unconfirmed', fidelity === 'lost', 'what was lost is to be confirmed in both places');
    if (fidelity !== 'lost') assert.deepEqual([indicator.goal?.text, indicator.goal?.value], [goal, value]);
  });
}
