import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { makeCalendar, type NonWorkingDay } from './calendar.ts';
import { dueDate } from './due-date.ts';
import { explainTerm } from './explain.ts';
import type { Place } from './place.ts';
import type { Suspension } from './suspensions.ts';
import type { TermRule } from './term-rule.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(`no day: ${text}`);
const national = ['01-01', '01-23', '02-16', '02-17', '04-03', '05-01', '06-04', '06-05', '06-22', '08-06', '08-07', '11-02', '12-25']
  .map((monthDay): NonWorkingDay => ({ day: day(`2026-${monthDay}`), name: `Feriado ${monthDay}`, scope: 'national', norm: 'Decreto Supremo 5521', source: 'prueba' }));
const oruro: NonWorkingDay = { day: day('2026-02-10'), name: 'Efeméride de Oruro', scope: 'department', of: 'OR', norm: 'Efeméride', source: 'prueba' };

const calendarOf = (holidays: boolean, place: Place) => makeCalendar(holidays ? [...national, oruro] : [], place);
const rule = (amount: number, changes: Partial<TermRule> = {}): TermRule => ({
  name: 'respuesta', amount, unit: 'business_days', countsFrom: 'submission', roll: 'next_business_day', onSuspension: 'pause', silence: 'none', norm: 'Ley 2341', ...changes,
});

type Row = { name: string; from: string; rule: TermRule; due: string | undefined; place?: Place; holidays?: boolean; stops?: readonly Suspension[] };
const stop = (from: string, until?: string): Suspension => ({ from: day(from), ...(until && { until: day(until) }) });

const rows: readonly Row[] = [
  { name: '30 working days over January and carnival', from: '2026-01-05', rule: rule(30), due: '2026-02-19' },
  { name: '30 working days without any holiday', from: '2026-01-05', rule: rule(30), due: '2026-02-16', holidays: false },
  { name: '30 working days in Oruro, whose own day is 10 February', from: '2026-01-05', rule: rule(30), due: '2026-02-20', place: { department: 'OR' } },
  { name: '15 working days over Corpus Christi and its bridge', from: '2026-05-20', rule: rule(15), due: '2026-06-12' },
  { name: '10 working days over 6 and 7 August', from: '2026-07-27', rule: rule(10), due: '2026-08-12' },
  { name: '10 working days over All Souls', from: '2026-10-26', rule: rule(10), due: '2026-11-10' },
  { name: '90 calendar days end on a Sunday where nothing rolls', from: '2026-01-05', rule: rule(90, { unit: 'calendar_days', roll: 'none' }), due: '2026-04-05' },
  { name: '90 calendar days roll on to Monday', from: '2026-01-05', rule: rule(90, { unit: 'calendar_days' }), due: '2026-04-06' },
  { name: 'another department does not stop for Oruro', from: '2026-01-05', rule: rule(30), due: '2026-02-19', place: { department: 'LP' } },
  { name: 'the same day, from a Saturday, is Monday', from: '2026-03-07', rule: rule(0), due: '2026-03-09' },
  { name: 'one month from the 31st ends with February', from: '2026-01-31', rule: rule(1, { unit: 'months', roll: 'none' }), due: '2026-02-28' },
  { name: 'one month from the 31st rolls off Saturday', from: '2026-01-31', rule: rule(1, { unit: 'months' }), due: '2026-03-02' },
  { name: 'six months across the year', from: '2026-09-15', rule: rule(6, { unit: 'months' }), due: '2027-03-15' },
  { name: 'a correction of two working days moves it by two', from: '2026-03-02', rule: rule(10), due: '2026-03-18', stops: [stop('2026-03-05', '2026-03-06')] },
  { name: 'a stop over a weekend moves by its working days', from: '2026-03-02', rule: rule(10), due: '2026-03-18', stops: [stop('2026-03-06', '2026-03-09')] },
  { name: 'two stops that overlap count once', from: '2026-03-02', rule: rule(10), due: '2026-03-19', stops: [stop('2026-03-04', '2026-03-05'), stop('2026-03-05', '2026-03-06')] },
  { name: 'an open stop leaves no date', from: '2026-03-02', rule: rule(10), due: undefined, stops: [stop('2026-03-05')] },
  { name: 'a stop on the last day is in time', from: '2026-03-02', rule: rule(3), due: '2026-03-09', stops: [stop('2026-03-05', '2026-03-06')] },
  { name: 'a stop after the end changes nothing', from: '2026-03-02', rule: rule(3), due: '2026-03-05', stops: [stop('2026-03-06')] },
  { name: 'restart counts everything again after the correction', from: '2026-03-02', rule: rule(10, { onSuspension: 'restart' }), due: '2026-03-24', stops: [stop('2026-03-05', '2026-03-10')] },
  { name: 'restart with an open stop leaves no date', from: '2026-03-02', rule: rule(10, { onSuspension: 'restart' }), due: undefined, stops: [stop('2026-03-05')] },
  { name: 'five calendar days stopped move calendar days by five', from: '2026-03-02', rule: rule(10, { unit: 'calendar_days', roll: 'none' }), due: '2026-03-17', stops: [stop('2026-03-05', '2026-03-09')] },
  { name: 'a stop is nothing to a term that runs on', from: '2026-03-02', rule: rule(10, { onSuspension: 'run_on' }), due: '2026-03-16', stops: [stop('2026-03-05')] },
  { name: 'one year from a leap day ends with February', from: '2028-02-29', rule: rule(1, { unit: 'years', roll: 'none' }), due: '2029-02-28' },
  { name: 'a stop on the rolled last day of calendar days holds', from: '2026-03-02', rule: rule(5, { unit: 'calendar_days' }), due: '2026-03-11', stops: [stop('2026-03-09', '2026-03-10')] },
];

for (const row of rows) {
  test(`term: ${row.name} → ${row.due ?? 'no date'}`, () => {
    const computed = dueDate(row.rule, day(row.from), calendarOf(row.holidays ?? true, row.place ?? {}), row.stops);
    assert.equal(computed.due, row.due);
    assert.deepEqual(computed.dueAt, row.due && instantOf(day(nextDay(row.due))));
  });
}
const nextDay = (text: string): string => new Date(Date.parse(text) + 86_400_000).toISOString().slice(0, 10);

const hourRows: readonly [name: string, from: LocalDate | Date, hours: number, dueAt: string, stops?: readonly Suspension[]][] = [
  ['24 hours in the week', new Date('2026-03-03T10:00:00-04:00'), 24, '2026-03-04T14:00:00.000Z'],
  ['48 hours from Friday run to Tuesday', new Date('2026-03-06T10:00:00-04:00'), 48, '2026-03-10T14:00:00.000Z'],
  ['hours from a day start with the next', day('2026-03-03'), 24, '2026-03-05T04:00:00.000Z'],
  ['hours from a Saturday start on Monday', new Date('2026-03-07T15:00:00-04:00'), 12, '2026-03-09T16:00:00.000Z'],
  ['a day stopped moves hours by a day', new Date('2026-03-03T10:00:00-04:00'), 24, '2026-03-05T14:00:00.000Z', [stop('2026-03-04', '2026-03-04')]],
];
for (const [name, from, hours, dueAt, stops] of hourRows) {
  test(`hours: ${name}`, () => {
    const computed = dueDate(rule(hours, { unit: 'hours' }), from, calendarOf(true, {}), stops);
    assert.equal(computed.dueAt?.toISOString(), dueAt);
  });
}

test('the explanation names every decree, the weekends, the stop and the last day', () => {
  const computed = dueDate(rule(30), day('2026-01-05'), calendarOf(true, { department: 'OR' }), [{ ...stop('2026-01-12', '2026-01-13'), reason: 'mientras usted corregía su solicitud' }]);
  assert.deepEqual(explainTerm(computed), [
    'El plazo es de 30 días hábiles (Ley 2341) y se cuenta desde el día siguiente al lunes, 5 de enero de 2026.',
    'No se cuenta el viernes, 23 de enero de 2026: Feriado 01-23 (Decreto Supremo 5521).',
    'No se cuenta el martes, 10 de febrero de 2026: Efeméride de Oruro (Efeméride).',
    'No se cuenta el lunes, 16 de febrero de 2026: Feriado 02-16 (Decreto Supremo 5521).',
    'No se cuenta el martes, 17 de febrero de 2026: Feriado 02-17 (Decreto Supremo 5521).',
    'No se cuentan 14 días de fin de semana (sábados y domingos).',
    'El plazo estuvo detenido del 12 de enero de 2026 al 13 de enero de 2026 (2 días hábiles), mientras usted corregía su solicitud.',
    'Vence el martes, 24 de febrero de 2026, al terminar el día.',
  ]);
});

test('a term that stands still says how much is left', () => {
  const said = explainTerm(dueDate(rule(10), day('2026-03-02'), calendarOf(true, {}), [stop('2026-03-05')])).at(-1);
  assert.equal(said, 'Todavía no tiene fecha de vencimiento: quedarán 8 días hábiles por contar cuando el plazo vuelva a correr.');
});

test('a rolled last day says from where and by which article', () => {
  const said = explainTerm(dueDate(rule(90, { unit: 'calendar_days' }), day('2026-01-05'), calendarOf(true, {})));
  assert.ok(said.includes('El último día sería el domingo, 5 de abril de 2026, que no es hábil: pasa al día hábil siguiente (Ley 2341, art. 20.II).'), said.join('\n'));
});
