import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leapsFrom } from './viewer.ts';

const rows: readonly [page: number, pages: number, leaps: readonly number[]][] = [
  [1, 1, []], [1, 2, []], [2, 3, []], [1, 8, [8]], [4, 8, [1, 8]],
  [33, 64, [1, 10, 20, 30, 40, 50, 60, 64]], [11, 30, [1, 20, 30]],
  [5, 500, [1, 15, 500]], [250, 500, [1, 240, 260, 500]],
];
for (const [page, pages, leaps] of rows) {
  test(`from page ${page} of ${pages} one press leads to ${leaps.join(', ') || 'no page that its neighbours would not'}`, () => assert.deepEqual(leapsFrom(page, pages), leaps));
}
