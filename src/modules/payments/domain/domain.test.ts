import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LocalDate } from '#kernel/clock.ts';
import { bob } from '#kernel/money.ts';
import { shippedExamples } from '../content/index.ts';
import { explainUfv } from '../pages/words.ts';
import { followAnswer, judgeMoney, type ChargeFacts, type Verdict } from './answer.ts';
import { fromDecimal, toDecimal } from './decimal.ts';
import { askAfterSeconds } from './order.ts';
import { readUfvForm, readValue, type UfvForm } from './ufv-form.ts';

test('any amount goes to decimals and comes back, to the centavo', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (minor) => {
    assert.deepEqual(fromDecimal(JSON.parse(JSON.stringify(toDecimal(bob(minor))))), bob(minor));
  }));
});

for (const value of [2.505, -1, Number.NaN, Infinity, '1,50', '1e3', '', ' 2', null, undefined, {}, [], true, 1e15]) {
  test(`${String(value)} (${typeof value}) is no amount`, () => { assert.equal(fromDecimal(value), undefined); });
}

const verdicts: readonly [name: string, facts: Partial<ChargeFacts>, received: number | undefined, expected: Verdict][] = [
  ['the amount owed', {}, 251, 'settle'], ['no amount said', {}, undefined, 'settle'], ['a centavo less', {}, 250, 'amount'], ['a centavo more', {}, 252, 'amount'],
  ['the same order again', { settledBy: 'esta' }, 251, 'known'], ['another order', { settledBy: 'otra' }, 251, 'twice'], ['after it was cancelled', { isCancelled: true }, 251, 'after_cancellation'],
];
for (const [name, facts, received, expected] of verdicts) {
  test(`money that is ${name}: ${expected}`, () => {
    assert.equal(judgeMoney({ owed: bob(251), settledBy: undefined, isCancelled: false, ...facts }, 'esta', received === undefined ? undefined : bob(received)), expected);
  });
}

test('pauses between questions grow and stay within six hours', () => {
  const pauses = Array.from({ length: 40 }, (_, asks) => askAfterSeconds(asks));
  assert.deepEqual(pauses.slice(0, 4), [30, 60, 120, 240]);
  assert.ok(pauses.every((pause, at) => pause >= (pauses[at - 1] ?? 0) && pause <= 21_600));
});

const now = new Date('2026-03-10T12:00:00Z'), createdAt = new Date('2026-03-01T12:00:00Z');
const endings: readonly [name: string, expiresAt: string | undefined, expected: string][] = [
  ['still open', '2026-03-11T00:00:00Z', 'ask_again'], ['expired for a day', '2026-03-09T12:00:00Z', 'ask_again'], ['expired for more than a week', '2026-03-03T11:00:00Z', 'close'], ['without an expiry', undefined, 'ask_again'],
];
for (const [name, expiresAt, expected] of endings) {
  test(`an order that is pending and ${name}: ${expected}`, () => {
    const opened = { transaction: 'x', redirectUrl: '/', qr: 'x', ...(expiresAt && { expiresAt: new Date(expiresAt) }) };
    assert.equal(followAnswer({ state: 'pending' }, { asks: 3, createdAt, opened }, now).kind, expected);
  });
}

test('an order without an expiry is given up after a month', () => {
  assert.equal(followAnswer({ state: 'pending' }, { asks: 3, createdAt: new Date('2026-01-01'), opened: { transaction: 'x', redirectUrl: '/', qr: 'x' } }, now).kind, 'close');
});

for (const [text, expected] of [['2,51234', 251_234], ['2.5', 250_000], ['3', 300_000], ['0,00001', 1], ['0', undefined], ['2,512345', undefined], ['-2', undefined], ['2,5,1', undefined], ['', undefined], ['dos', undefined]] as const) {
  test(`«${text}» is ${expected ?? 'no value'}`, () => { assert.equal(readValue(text), expected); });
}

const form: UfvForm = { day: '2', month: '3', year: '2026', value: '2,51234', source: 'BCB', confirmed: false };
const today = '2026-03-02' as LocalDate;
const forms: readonly [name: string, changes: Partial<UfvForm>, field: string][] = [
  ['a day that is none', { day: '31', month: '2' }, 'day'], ['a day too far ahead', { month: '6' }, 'day'], ['a day before the UFV', { year: '1999' }, 'day'],
  ['no value', { value: '' }, 'value'], ['no source', { source: ' ' }, 'source'], ['a book for a source', { source: 'x'.repeat(201) }, 'source'], ['a slip of the pen', { value: '25,1234' }, 'confirmed'],
];
for (const [name, changes, field] of forms) {
  test(`${name} is not recorded`, () => {
    const { entry, problems } = readUfvForm({ ...form, ...changes }, today, 251_000);
    assert.equal(entry, undefined);
    assert.deepEqual(problems.map((problem) => problem.field), [field]);
  });
}

test('a good value is recorded, a surprising one when it is confirmed', () => {
  assert.deepEqual(readUfvForm(form, today, 251_000).entry, { day: today, valueE5: 251_234, source: 'BCB' });
  assert.equal(readUfvForm({ ...form, value: '25,1234', confirmed: true }, today, 251_000).entry?.valueE5, 2_512_340);
});

test('the examples of the demonstration say that they are none', () => {
  const { source, values } = shippedExamples();
  assert.match(source, /ejemplo.*por confirmar/i);
  assert.ok(values.length > 0 && values.every(({ valueE5 }) => valueE5 > 100_000));
});

test('a fee in UFV explains itself', () => {
  const said = explainUfv({ amount: bob(251), ufv: { hundredths: 100, value: { day: '2026-11-20', valueE5: 251_234 } } });
  assert.equal(said?.replaceAll('\u00a0', ' '), '1 UFV × 2,51234 = Bs 2,51 (valor del 20 de noviembre de 2026)');
  assert.match(explainUfv({ amount: bob(251), ufv: { hundredths: 100, value: { day: '2026-11-20', valueE5: 251_234 }, isExample: true } }) ?? '', /valor de ejemplo del 20/);
  assert.equal(explainUfv({ amount: bob(251) }), undefined);
});
