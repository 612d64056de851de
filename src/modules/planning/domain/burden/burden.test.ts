import assert from 'node:assert/strict';
import { test } from 'node:test';
import { burdenOf, missingIn, yearOf } from './burden.ts';
import { defaultParameters, type Parameters } from './parameters.ts';

const parameters: Parameters = {
  ...defaultParameters, hora: { ...defaultParameters.hora, amountMinor: 1_000 }, viaje: { ...defaultParameters.viaje, amountMinor: 500 },
  copia: { ...defaultParameters.copia, amountMinor: 20 }, hora_servidor: { ...defaultParameters.hora_servidor, amountMinor: 3_000 },
};
const answers = { solicitudes_anio: 100, horas_oficina: 2.5, visitas: 3, gratuito: false, costo: 7_800, horas_entidad: 1.5, requisitos: [{ nombre: 'Cédula', copias: 2 }, { nombre: 'Carta' }] };

test('a request costs its hours, trips, copies and fee; the entity its own hours', () => {
  assert.deepEqual(burdenOf(answers, parameters), { hours: 2.5, visits: 3, copies: 2, applicantMinor: 2_500 + 1_500 + 40 + 7_800, isFree: false, entityHours: 1.5, entityMinor: 4_500, timesAYear: 100 });
});

test('what is free has no fee, and what has no figure is not counted', () => {
  assert.equal(burdenOf({ ...answers, gratuito: true }, parameters).applicantMinor, 4_040);
  assert.equal(burdenOf(answers, { ...parameters, viaje: defaultParameters.viaje }).applicantMinor, 10_340);
  assert.deepEqual(missingIn(defaultParameters), ['Una hora de quien atiende', 'Un viaje de ida y vuelta a la oficina', 'Una copia']);
});

test('a year is the sum of what is asked how often; an unknown volume is named and not guessed', () => {
  const year = yearOf([burdenOf(answers, parameters), burdenOf({ ...answers, solicitudes_anio: null }, parameters)]), of = (total: number) => ({ total, known: 1 });
  assert.deepEqual(year, { hours: of(250), visits: of(300), copies: of(200), applicantMinor: of(1_184_000), entityHours: of(150), withVolume: 1, withoutVolume: 1 });
});

test('what no entry says is not known, which is something else than nothing', () => {
  const year = yearOf([burdenOf({ solicitudes_anio: 5 }, parameters), burdenOf({ solicitudes_anio: 5, visitas: 0 }, parameters)]), unknown = { total: undefined, known: 0 };
  assert.deepEqual([year.hours, year.copies, year.entityHours, year.visits], [unknown, unknown, unknown, { total: 0, known: 1 }]);
  assert.deepEqual(yearOf([burdenOf({ solicitudes_anio: 5 }, parameters)]).applicantMinor, unknown);
  assert.deepEqual(yearOf([burdenOf({ solicitudes_anio: 5, gratuito: true }, parameters)]).applicantMinor, { total: 0, known: 1 }, 'what is free costs nothing, and that is known');
});

test('an entry that says nothing costs nothing that is known', () => {
  assert.deepEqual(burdenOf({}, parameters), { hours: undefined, visits: undefined, copies: undefined, applicantMinor: 0, isFree: false, entityHours: undefined, entityMinor: 0, timesAYear: undefined });
});
