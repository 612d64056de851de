import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, percentile } from './figure.ts';

test('a percentile is one of the numbers', () => {
  assert.equal(percentile([], 0.9), 0);
  assert.equal(percentile([7], 0.9), 7);
  assert.equal(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9), 9);
  assert.equal(percentile([3, 1, 2], 0.5), 2);
});

test('a figure is met up to its target, and one without target is neither met nor missed', () => {
  assert.equal(figure('a', 30, 'lines', 30).met, true);
  assert.equal(figure('a', 30.01, 'lines', 30).met, false);
  assert.equal(figure('a', 30, 'lines').met, null);
});
