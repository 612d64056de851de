import { test } from 'node:test';
import assert from 'node:assert/strict';
import { timerInstant, type TimerWhen } from '../index.ts';

const rows: [when: TimerWhen, at: string | undefined][] = [
  [{ duration: 'PT2H' }, '2026-11-20T14:00:00.000Z'],
  [{ duration: 'P5D' }, '2026-11-25T12:00:00.000Z'],
  [{ duration: 'P1M' }, '2026-12-20T12:00:00.000Z'],
  [{ cycle: 'R3/P1D' }, '2026-11-21T12:00:00.000Z'],
  [{ date: '2026-12-31' }, '2026-12-31T04:00:00.000Z'],
  [{ date: '2026-12-31T18:00:00' }, '2026-12-31T22:00:00.000Z'],
  [{ date: '2026-12-31T18:00:00Z' }, '2026-12-31T18:00:00.000Z'],
  [{ duration: 'mañana' }, undefined], [{ date: 'mañana' }, undefined], [{ term: 'plazo' }, undefined],
];
for (const [when, at] of rows) {
  test(`${JSON.stringify(when)} fires at ${at}`, () => {
    assert.equal(timerInstant(when, new Date('2026-11-20T12:00:00Z'))?.toISOString(), at);
  });
}
