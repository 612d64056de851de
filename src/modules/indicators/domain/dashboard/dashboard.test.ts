import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { evidenceState } from '../declared/evidence.ts';
import { periodsFor } from '../declared/periods.ts';
import { readDeclaration } from '../declared/read-declaration.ts';
import { mayCoordinate } from '../declared/steps.ts';
import { valueOf } from '../declared/declaration.ts';
import { discrepancyOf, judgedOf, type ShownFigure } from './choose.ts';
import type { DatedFigure } from './figures.ts';
import { usualOf } from './operation.ts';
import { sdmxCsv } from './sdmx.ts';
import { courseFrom } from './series.ts';
import { standingOf, type Standing, type Target } from './standing.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);
const literal = { fidelity: 'literal' } as const, inForce = (value: number | undefined) => ({ text: '', value, year: 2028, state: 'in_force' as const }), share = { sense: 'higher', goal: inForce(90) } as const;
const of2026 = (goal: number, near: number | null = null): readonly Target[] => [{ year: 2026, goal, near }];

const standings: readonly (readonly [what: string, standing: Standing, is: Standing])[] = [
  ['no indicator',                 standingOf(literal, undefined, undefined, [], 2026),                                            'not_measured'],
  ['no figure',                    standingOf(literal, share, undefined, [], 2026),                                                'not_measured'],
  ['nothing to divide by',         standingOf(literal, share, { value: null }, [], 2026),                                          'no_basis'],
  ['a lost text',                  standingOf({ fidelity: 'lost' }, share, { value: 100 }, [], 2026),                              'unconfirmed'],
  ['an unconfirmed goal',          standingOf(literal, { ...share, goal: { ...inForce(90), state: 'unconfirmed' } }, { value: 100 }, [], 2026), 'unconfirmed'],
  ['no number to reach',           standingOf(literal, { ...share, goal: inForce(undefined) }, { value: 1 }, [], 2026),             'no_target'],
  ['the plan, years before',       standingOf(literal, share, { value: 10 }, [], 2026),                                            'on_the_way'],
  ['the plan, in its last year',   standingOf(literal, share, { value: 10 }, [], 2028),                                            'late'],
  ['the plan, reached early',      standingOf(literal, share, { value: 95 }, [], 2026),                                            'reached'],
  ['a target of the year, missed', standingOf(literal, share, { value: 40 }, of2026(50), 2026),                                    'late'],
  ['a target of the year, near',   standingOf(literal, share, { value: 45 }, of2026(50, 44), 2026),                                'near'],
  ['less is better',               standingOf(literal, { sense: 'lower', goal: inForce(5) }, { value: 4 }, [], 2028),              'reached'],
  ['a target of a year gone by',   standingOf(literal, { ...share, goal: undefined }, { value: 4 }, of2026(5), 2027),              'late'],
];
for (const [what, standing, is] of standings) test(`${what}: ${is}`, () => assert.equal(standing, is));

test('more never stands worse, where more is better', () => {
  const order: readonly Standing[] = ['late', 'near', 'on_the_way', 'reached'];
  fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 2025, max: 2028 }), (a, b, year) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => order.indexOf(standingOf(literal, share, { value }, of2026(50, 40), year)));
    assert.ok(low !== undefined && high !== undefined && low <= high);
  }));
});

const figure = (origin: 'computed' | 'declared', value: number | null): ShownFigure => ({ num: value, den: 1, value, origin, cutOff: new Date(0) });
test('what is counted whole is judged as counted, the rest as declared where it was', () => {
  const both = { computed: figure('computed', 50), declared: figure('declared', 75) };
  assert.equal(judgedOf({ mode: 'computed' }, both)?.value, 50);
  assert.equal(judgedOf({ mode: 'partial' }, both)?.value, 75);
  assert.equal(judgedOf({ mode: 'partial' }, { computed: both.computed })?.value, 50);
  assert.equal(discrepancyOf(both), 25);
  assert.equal(discrepancyOf({ ...both, computed: figure('computed', null) }), undefined);
});

test('a share of nothing has no basis, never 0 or 100 percent', () => fc.assert(fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }), (num, den) => {
  assert.equal(valueOf({ unit: '%', factor: 100 }, num, den), den === 0 ? null : (num / den) * 100);
})));

test('a course has a place for each period, gaps for what is not known, and the target of each year', () => {
  const at = (period: string, origin: 'computed' | 'declared', value: number): DatedFigure => ({ ...figure(origin, value), period });
  assert.deepEqual(courseFrom([at('2026-02', 'computed', 2), at('2025-12', 'declared', 1)], [{ year: 2026, goal: 9, near: null }], 12), { periods: ['2025-12', '2026-02'], computed: [null, 2], declared: [1, null], target: [null, 9] });
  assert.deepEqual(courseFrom([at('2026-02', 'computed', 2), at('2025-12', 'declared', 1)], [], 1).periods, ['2026-02']);
});

test('a figure without basis is missing in SDMX-CSV, and no text breaks a row', () => {
  const [, row] = sdmxCsv({ code: '6.2', unit: 'a,"b"' }, 'year', { key: 'BO' }, [{ ...figure('computed', null), period: '2026' }]).split('\r\n');
  assert.match(row ?? '', /^VENTANILLA:INDICADORES\(1\.0\),A,BO,6\.2,COMPUTED,2026,,O,"a,""b""",/);
});

test('what is usual is the mean of the same day of the weeks before', () => {
  const days = [['2026-11-05', 8], ['2026-11-06', 4], ['2026-11-13', 6], ['2026-11-20', 100]].map(([on, received]) => ({ day: day(String(on)), received: Number(received), finished: 1 }));
  assert.deepEqual(usualOf(days, day('2026-11-20')), { received: 5, finished: 1, days: 2 });
  assert.equal(usualOf(days, day('2026-11-05')), undefined);
  assert.equal(usualOf(days, day('2026-11-09')), undefined, 'four days are no week');
});

const evidence = [
  //  effective     expires       kind     is
  ['2026-10-31', null,         'month', 'current'], ['2026-09-30', null,         'month', 'stale'], ['2026-10-31', '2026-11-19', 'month', 'expired'],
  ['2025-12-31', '2026-11-20', 'year',  'current'], ['2024-12-31', '2030-01-01', 'year',  'stale'],
] as const;
for (const [effective, expires, kind, is] of evidence) test(`evidence of ${effective}, until ${expires ?? 'ever'}, by ${kind}: ${is}`, () =>
  assert.equal(evidenceState({ effectiveOn: day(effective), expiresOn: expires === null ? null : day(expires) }, kind, day('2026-11-20')), is));

test('periods to declare are the years of the plan so far and the last twelve months', () => {
  const keys = periodsFor(day('2026-03-05'), 2025).map(({ key }) => key);
  assert.deepEqual([keys.slice(0, 4), keys.length, keys.at(-1)], [['2026', '2025', '2026-03', '2026-02'], 14, '2025-04']);
});

const bodies = [
  [['AGETIC', 'MJTI'], 'MJTI', true], [['AGETIC', 'MJTI'], 'CGE', false], [['COPLUTIC'], 'CGE', true], [[], 'CGE', true], [['Entidades Públicas'], 'CGE', true], [['BCB y otras Entidades Públicas competentes'], 'CGE', true],
] as const;
for (const [coordinators, acronym, may] of bodies) test(`${acronym} ${may ? 'may' : 'may not'} approve what ${coordinators.join(', ') || 'nobody'} coordinates`, () => assert.equal(mayCoordinate(coordinators, acronym, ['AGETIC', 'MJTI', 'CGE']), may));

test('whatever is typed, a figure is either whole or says what to mend', () => fc.assert(fc.property(fc.dictionary(fc.constantFrom('num', 'den', 'efectiva-day', 'efectiva-month', 'efectiva-year', 'firmante', 'respaldo', 'enlace', 'vence-day', 'nota'), fc.oneof(fc.string(), fc.constantFrom('1', '12', '2026', 'Informe 1', 'https://x.bo', '-1', '1e9', '99'))), (typed) => {
  const { said, problems } = readDeclaration((name) => typed[name] ?? '', { unit: '%', factor: 100 }, '2026', day('2026-11-20'));
  assert.equal(said === undefined, problems.length > 0);
  assert.ok(said === undefined || (said.num <= (said.den ?? 0) && said.effectiveOn <= '2026-11-20'));
})));
