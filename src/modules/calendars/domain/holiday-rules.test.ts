import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLocalDate } from '#kernel/clock.ts';
import { shippedRules } from '../content/index.ts';
import { makeCalendar, isWeekend } from './calendar.ts';
import { dueDate } from './due-date.ts';
import { easterSunday } from './easter.ts';
import { expandRules } from './holiday-rules.ts';
import { departmentCodes, parseDepartment } from './place.ts';
import { readHolidayRules } from './read-rules.ts';

const shipped = expandRules(shippedRules(), [2025, 2026, 2027, 2028]);
const weekdaysOf = (year: number, of?: string): string[] =>
  [...new Set(shipped.filter((one) => one.day.startsWith(`${year}`) && one.of === of && !isWeekend(one.day)).map(({ day }) => day.slice(5)))];

const nationalRows: readonly [year: number, days: string][] = [
  [2025, '01-01 01-22 03-03 03-04 04-18 05-01 06-19 08-06 08-07 11-03 12-25 12-26'],
  [2026, '01-01 01-02 01-23 02-16 02-17 04-03 05-01 06-04 06-05 06-22 08-06 08-07 11-02 12-25'],
  [2027, '01-01 01-22 02-08 02-09 03-26 05-27 06-21 08-06 11-02'],
  [2028, '02-28 02-29 04-14 05-01 06-15 06-21 08-07 11-02 12-25'],
];
for (const [year, days] of nationalRows) {
  test(`national holidays on weekdays of ${year}`, () => assert.deepEqual(weekdaysOf(year), days.split(' ')));
}

const departmentRows: readonly [of: string, year: number, days: string][] = [
  ['OR', 2025, '02-10 10-06'], ['PD', 2025, '02-10'], ['CB', 2025, '09-15 11-14'], ['LP', 2025, '07-16 11-14'],
  ['CH', 2025, '05-26 09-29'], ['PD', 2026, '10-12'], ['OR', 2026, '02-10'], ['SC', 2028, '09-25'], ['TJ', 2026, '04-15'], ['BE', 2026, '11-18'], ['PT', 2026, '11-10'],
];
for (const [of, year, days] of departmentRows) {
  test(`days of ${of} on weekdays of ${year}`, () => assert.deepEqual(weekdaysOf(year, of), days.split(' ')));
}

test('every department has its day in every year', () => {
  for (const of of departmentCodes) for (const year of [2025, 2026, 2027, 2028]) assert.ok(shipped.some((one) => one.of === of && one.day.startsWith(`${year}`)), `${of} ${year}`);
});

test('every day names its norm and its source', () => {
  for (const { norm, source, day } of shipped) assert.ok(norm !== '' && /\d{2}-\d{4}/.test(source), `${day}: ${norm} / ${source}`);
});

const vectors: readonly [from: string, amount: number, due: string, department?: 'OR'][] = [
  ['2026-01-05', 30, '2026-02-19'], ['2026-01-05', 30, '2026-02-20', 'OR'], ['2026-05-20', 15, '2026-06-12'], ['2026-07-27', 10, '2026-08-12'], ['2026-10-26', 10, '2026-11-10'],
];
for (const [from, amount, due, department] of vectors) {
  test(`the shipped calendar: ${from} + ${amount} working days${department ? ` in ${department}` : ''} = ${due}`, () => {
    const calendar = makeCalendar(shipped, department ? { department } : {});
    const rule = { amount, unit: 'business_days', roll: 'next_business_day', onSuspension: 'pause' } as const;
    assert.equal(dueDate(rule, parseLocalDate(from)!, calendar).due, due);
  });
}

for (const [year, day] of [[1961, '1961-04-02'], [2000, '2000-04-23'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'], [2038, '2038-04-25']] as const) {
  test(`Easter of ${year}`, () => assert.equal(easterSunday(year), day));
}

for (const [text, code] of [['OR', 'OR'], ['Oruro', 'OR'], ['potosi', 'PT'], ['Santa-Cruz', 'SC'], [' la paz ', 'LP'], ['Lima', undefined], [undefined, undefined]] as const) {
  test(`department from «${text ?? ''}»`, () => assert.equal(parseDepartment(text), code));
}

const faultRows: readonly [name: string, text: string, code: string][] = [
  ['no such day', 'sources: {a: x}\nholidays: [{name: N, scope: national, on: 2026-02-30, norm: D, source: a}]', 'calendar.day'],
  ['a source that is not listed', 'holidays: [{name: N, scope: national, on: "01-01", norm: D, source: b}]', 'calendar.source'],
  ['a department without its code', 'sources: {a: x}\nholidays: [{name: N, scope: department, on: "01-01", norm: D, source: a}]', 'calendar.place'],
  ['a department that is none', 'sources: {a: x}\nholidays: [{name: N, scope: department, of: XX, on: "01-01", norm: D, source: a}]', 'calendar.place'],
  ['no norm', 'sources: {a: x}\nholidays: [{name: N, scope: national, on: "01-01", source: a}]', 'calendar.missing'],
  ['a slip in a name', 'sources: {a: x}\nholidays: [{nam: N, scope: national, on: "01-01", norm: D, source: a}]', 'calendar.unknown_key'],
  ['a scope that is none', 'sources: {a: x}\nholidays: [{name: N, scope: world, on: "01-01", norm: D, source: a}]', 'calendar.unknown_word'],
];
for (const [name, text, code] of faultRows) {
  test(`holiday files are refused for ${name}`, () => {
    const { value, faults } = readHolidayRules(text, 'national.yaml');
    assert.equal(value, undefined);
    assert.ok(faults.some((fault) => fault.code === code && fault.line !== undefined), JSON.stringify(faults));
  });
}
