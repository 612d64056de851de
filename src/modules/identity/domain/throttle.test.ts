import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockedUntil, countAttempt, delaySeconds, patience, type Attempts } from './throttle.ts';

const now = new Date('2026-11-20T10:00:00Z'), later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const delays = [[1, 0], [4, 0], [5, 30], [6, 60], [7, 120], [11, 1_920], [12, 3_600], [60, 3_600]] as const;
for (const [failures, seconds] of delays) {
  test(`after ${failures} attempts an account waits ${seconds} s`, () => assert.equal(delaySeconds(failures, patience.account), seconds));
}

test('waiting gets longer, never shorter, and has a limit', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.constantFrom(patience.account, patience.address), (failures, rule) => {
    const here = delaySeconds(failures, rule), next = delaySeconds(failures + 1, rule);
    assert.ok(here <= next && next <= rule.delaySecondsMax);
  }));
});

test('a wait ends', () => {
  let attempts: Attempts | undefined;
  for (let i = 0; i < 5; i++) attempts = countAttempt(attempts, now, patience.account);
  assert.deepEqual(blockedUntil(attempts, now), later(30));
  assert.deepEqual(blockedUntil(attempts, later(29)), later(30));
  assert.equal(blockedUntil(attempts, later(30)), undefined);
});

test('a day without attempts forgets, an hour does not', () => {
  const before: Attempts = { failures: 9, blockedUntil: undefined, lastAt: now };
  assert.equal(countAttempt(before, later(3_600), patience.account).failures, 10);
  assert.equal(countAttempt(before, later(24 * 3_600 + 1), patience.account).failures, 1);
});
