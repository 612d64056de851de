import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixedClock, parseLocalDate } from '#kernel/clock.ts';
import { composedRoutes } from '#support/composition.ts';
import { readChoice, type Choices } from './choice.ts';
import { openDemoClock } from './clock.ts';

const day = (text: string) => parseLocalDate(text) ?? assert.fail(`${text} is a day`);
const choices: Choices = { tomorrow: day('2026-11-21'), workingDays: day('2026-12-04') };
const boxes = (date: string) => { const [year, month, dayOfMonth] = date.split('-'); return { avance: 'dia', 'dia-day': dayOfMonth, 'dia-month': month, 'dia-year': year }; };

// What somebody chose on 20 November 2026, and where it leads: a day, or the beginning of the sentence.
const rows: readonly (readonly [what: string, form: Readonly<Record<string, string | undefined>>, comes: string])[] = [
  ['tomorrow', { avance: 'manana' }, '2026-11-21'],
  ['ten working days', { avance: 'habiles' }, '2026-12-04'],
  ['a day of next year', boxes('2027-1-5'), '2027-01-05'],
  ['the last day that can be reached', boxes('2031-11-20'), '2031-11-20'],
  ['one day later', boxes('2031-11-21'), 'La demostración llega'],
  ['nothing', {}, 'Elija hasta cuándo'], ['something else', { avance: 'ayer' }, 'Elija hasta cuándo'],
  ['today', boxes('2026-11-20'), 'Ese día ya llegó'], ['yesterday', boxes('2026-11-19'), 'Ese día ya llegó'],
  ['no day of the calendar', boxes('2027-2-30'), 'Escriba un día que exista'], ['empty boxes', { avance: 'dia' }, 'Escriba un día que exista'],
];

for (const [what, form, comes] of rows) {
  test(`moving the date to ${what}`, () => {
    const chosen = readChoice(form, day('2026-11-20'), day('2026-11-20'), choices);
    assert.ok(('day' in chosen ? chosen.day : chosen.sentence).startsWith(comes));
  });
}

function withFolder(work: (dataFolder: string) => void): void {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-clock-'));
  try { work(dataFolder); } finally { rmSync(dataFolder, { recursive: true }); }
}

test('a clock that goes ahead ticks with the one it follows, and every process on the folder sees it moved', () => withFolder((dataFolder) => {
  const real = fixedClock('2026-11-20T12:00:00Z'), config = { dataFolder, clockAheadHours: 36 };
  const clock = openDemoClock(real, config);
  assert.equal(clock.now().toISOString(), '2026-11-22T00:00:00.000Z');
  real.set('2026-11-20T12:05:00Z');
  assert.equal(clock.now().toISOString(), '2026-11-22T00:05:00.000Z');
  clock.setAhead(clock.aheadMillis() + 86_400_000);
  assert.equal(clock.now().toISOString(), '2026-11-23T00:05:00.000Z');
  assert.equal(openDemoClock(real, config).now().toISOString(), '2026-11-23T00:05:00.000Z');
  clock.setAhead(-1);
  assert.equal(clock.now().toISOString(), '2026-11-20T12:05:00.000Z');
}));

test('a file that nobody can read as a number moves nothing', () => withFolder((dataFolder) => {
  const clock = openDemoClock(fixedClock('2026-11-20T12:00:00Z'), { dataFolder, clockAheadHours: 0 });
  clock.setAhead(5_000);
  writeFileSync(join(dataFolder, 'demostracion/fecha'), 'mañana');
  assert.equal(openDemoClock(fixedClock('2026-11-20T12:00:00Z'), { dataFolder, clockAheadHours: 0 }).aheadMillis(), 0);
}));

test('outside a demonstration nobody moves the date', async () => {
  const paths = (routes: Awaited<ReturnType<typeof composedRoutes>>) => routes.filter(({ path }) => path.startsWith('/demo/fecha')).length;
  assert.equal(paths(await composedRoutes({ demo: true })), 4);
  assert.equal(paths(await composedRoutes({ demo: false })), 0);
});
