import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measured, median, quantile } from './measurement.ts';

const verdicts = [
  //  value  limit      goal                               ratio      met
  [50,       100,       { of: 'ratio', atLeast: 0.5 },     0.5,       true],
  [49,       100,       { of: 'ratio', atLeast: 0.5 },     0.49,      false],
  [49,       100,       { of: 'value', atLeast: 45 },      0.49,      true],
  [3.2,      undefined, { of: 'value', atMost: 3 },        null,      false],
  [2.9,      undefined, { of: 'value', atMost: 3 },        null,      true],
  [7,        undefined, undefined,                         null,      null],
] as const;

for (const [value, limit, goal, ratio, met] of verdicts) {
  test(`${value} beside ${limit ?? 'nothing'}${goal === undefined ? '' : `, ${JSON.stringify(goal)}`}: ${met}`, () => {
    const found = measured({ name: 'x', value, unit: 's', ...(limit === undefined ? {} : { limit }), ...(goal === undefined ? {} : { goal }) });
    assert.deepEqual([found.ratio, found.met], [ratio, met]);
  });
}

test('the middle and the slow end of some numbers', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(quantile([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.95), 100);
  assert.equal(median([]), 0);
});
