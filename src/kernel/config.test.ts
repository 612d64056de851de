import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

const demo = {}, real = { VENTANILLA_DEMO: 'no' };

// How far ahead an installation lives, by its environment; a number, or the code of the refusal.
const rows: readonly (readonly [environment: Readonly<Record<string, string>>, comes: number | string])[] = [
  [demo, 0], [real, 0],
  [{ ...demo, VENTANILLA_CLOCK_AHEAD_HOURS: '' }, 0], [{ ...demo, VENTANILLA_CLOCK_AHEAD_HOURS: '72' }, 72], [{ ...demo, VENTANILLA_CLOCK_AHEAD_HOURS: '0.5' }, 0.5],
  [{ ...demo, VENTANILLA_CLOCK_AHEAD_HOURS: '-1' }, 'config.bad_clock'], [{ ...demo, VENTANILLA_CLOCK_AHEAD_HOURS: 'mañana' }, 'config.bad_clock'],
  [{ ...demo, VENTANILLA_CLOCK_AHEAD_HOURS: '99999' }, 'config.bad_clock'], [{ ...real, VENTANILLA_CLOCK_AHEAD_HOURS: '72' }, 'config.clock_of_the_real'],
];

for (const [environment, comes] of rows) {
  test(`clock of ${JSON.stringify(environment)}: ${comes}`, () => {
    if (typeof comes === 'string') assert.throws(() => readConfig(environment), { code: comes });
    else assert.equal(readConfig(environment).clockAheadHours, comes);
  });
}
