import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLocalDate } from '#kernel/clock.ts';
import { tariffOn, type Fee } from './fee.ts';
import { sayChannels, sayDuration, sayFee, sayHours, sayPartialDate, saySource } from './say.ts';
import type { PartialDate } from './partial-date.ts';

const date = (text: string) => text as PartialDate;
const day = (text: string) => parseLocalDate(text) ?? assert.fail(text);

const said: readonly (readonly [found: string, expected: string])[] = [
  [sayDuration({ amount: 1, unit: 'business_days' }), '1 día hábil'], [sayDuration({ amount: 30, unit: 'days' }), '30 días (la fuente no dice si son hábiles)'],
  [sayDuration({ amount: 24, unit: 'hours' }), '24 horas'], [sayPartialDate(date('2025')), '2025'], [sayPartialDate(date('2025-09')), 'septiembre de 2025'], [sayPartialDate(date('2025-10-22')), '22 de octubre de 2025'],
  [sayFee({ id: 'x', concept: 'X', kind: 'fixed', currency: 'BOB', amountMinor: 148_900 }), 'Bs\u00a01.489,00'], [sayFee({ id: 'x', concept: 'X', kind: 'fixed', currency: 'BOB' }), 'monto por confirmar'],
  [sayFee({ id: 'x', concept: 'X', kind: 'ufv', currency: 'UFV', amountMinor: 10_000 }), '100\u00a0UFV, al valor del día en que paga'],
  [sayFee({ id: 'x', concept: 'X', kind: 'per_unit', currency: 'BOB', amountMinor: 50, unit: 'hoja', quantity: 'hojas' }), 'Bs\u00a00,50 por hoja'],
  [sayFee({ id: 'x', concept: 'X', kind: 'by_category', currency: 'BOB', category: 'nivel', amounts: [{ category: 'a', name: 'Primer nivel', amountMinor: 100 }] }), 'Primer nivel: Bs\u00a01,00'],
  [saySource({ name: 'el portal', confidence: 'high', date: date('2025-10-22') }), 'Datos publicados el 22 de octubre de 2025, según el portal. Confirme antes de ir.'],
  [saySource({ name: 'la prensa', confidence: 'low' }), 'Datos publicados sin fecha conocida, según la prensa. Confirme antes de ir.'],
  [sayHours({ days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes'], opens: '08:30', closes: '15:30' }), 'De lunes a viernes, de 08:30 a 15:30'], [sayHours({ days: [], opens: '08:30', closes: '15:30' }), 'De 08:30 a 15:30'],
  [sayHours({ days: ['sábado'], opens: '09:00', closes: '12:00' }), 'Sábado, de 09:00 a 12:00'],
  [sayChannels({ channels: [{ kind: 'in_person' }] }, false), 'En persona'], [sayChannels({ channels: [{ kind: 'in_person' }] }, true), 'En línea o en persona'],
];
for (const [found, expected] of said) test(`says «${expected}»`, () => assert.equal(found, expected));

const fee = (amountMinor: number, validFrom?: string, validTo?: string): Fee =>
  ({ id: 'informe', concept: 'Informe', kind: 'fixed', currency: 'BOB', amountMinor, ...(validFrom !== undefined && { validFrom: date(validFrom) }), ...(validTo !== undefined && { validTo: date(validTo) }) });
const tariffs = [fee(160, undefined, '2025-10-05'), fee(190, '2025-10-06'), fee(210, '2027')];

for (const [on, expected] of [['2019-01-01', 160], ['2025-10-05', 160], ['2025-10-06', 190], ['2026-12-31', 190], ['2027-01-01', 210]] as const) {
  test(`the tariff on ${on} is ${expected}`, () => {
    const found = tariffOn(tariffs, 'informe', day(on));
    assert.equal(found?.kind === 'fixed' ? found.amountMinor : undefined, expected);
  });
}

test('a fee that is not there, or had not begun, has no tariff', () => {
  assert.equal(tariffOn(tariffs, 'otro', day('2026-01-01')), undefined);
  assert.equal(tariffOn([fee(1, '2026-02')], 'informe', day('2026-01-31')), undefined);
  assert.ok(tariffOn([fee(1, '2026-01', '2026-02')], 'informe', day('2026-02-28')));
});
