import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answers } from '#modules/forms/index.ts';
import { criteria, defaultWeights, readWeights } from './criteria.ts';
import { effortOf, effortPoints } from './effort.ts';
import { movesSince } from './moves.ts';
import { rank, sensitivity, type Candidate } from './rank.ts';

const candidate = (name: string, answers: Answers): Candidate => ({ procedureId: `e/${name}`, slug: name, name, answers });
const places = (candidates: readonly Candidate[], weights = defaultWeights): string[] => rank(candidates, weights).map(({ name, place }) => `${place ?? '-'} ${name}`);

const many = candidate('many', { solicitudes_anio: 10_000, impedimento: 'sin_impedimento' }), few = candidate('few', { solicitudes_anio: 10, impedimento: 'sin_impedimento' });

test('what is asked for more often comes first; ten times as much is one step more', () => {
  assert.deepEqual(places([few, many]), ['1 many', '2 few']);
  const [first, second] = rank([few, many], { volumen: 10 });
  assert.equal(first?.score, 100);
  assert.ok(Math.abs((second?.score ?? 0) - 100 * Math.log10(11) / Math.log10(10_001)) < 1e-9);
});

test('the law is a gate: what it forbids is last and has no place, whatever its score', () => {
  assert.deepEqual(places([candidate('forbidden', { ...many.answers, impedimento: 'impedido' }), few]), ['1 few', '- forbidden']);
  assert.deepEqual(rank([candidate('a', { impedimento: 'requiere_norma' }), candidate('b', {})], defaultWeights).map(({ gate }) => gate), ['needs_norm', 'unknown']);
});

test('what an entry does not say counts as nothing, and is named', () => {
  const [one] = rank([many], { volumen: 5, rural: 5 });
  assert.equal(one?.score, 50);
  assert.deepEqual(one?.unknown, ['rural']);
  assert.deepEqual(rank([many], { volumen: 5 })[0]?.unknown, [], 'a criterion without a weight is not missed');
});

for (const [what, answers, key, figure] of [
  ['revenue is cost by volume, in bolivianos', { solicitudes_anio: 100, costo: 7_800 }, 'recaudacion', 7_800], ['a free procedure brings in nothing', { gratuito: true, solicitudes_anio: 5, costo: 100 }, 'recaudacion', 0],
  ['time in offices is for all who ask', { solicitudes_anio: 100, horas_oficina: 2.5 }, 'oficinas', 250], ['season is the fullest day against a common one', { media_dia: 4, maxima_dia: 30 }, 'temporada', 7.5],
  ['a mean of nothing says nothing of the season', { media_dia: 0, maxima_dia: 30 }, 'temporada', undefined], ['vulnerable groups are counted', { vulnerables: ['mayores', 'embarazo'] }, 'vulnerables', 2],
] as const satisfies readonly (readonly [string, Answers, string, number | undefined])[]) {
  test(what, () => assert.equal(criteria.find((one) => one.key === key)?.measure(answers), figure));
}

test('the spread tells an order that hangs on a weight from one that does not', () => {
  const close = [candidate('a', { solicitudes_anio: 1_000, beneficiarios: 10 }), candidate('b', { solicitudes_anio: 10, beneficiarios: 1_000 })];
  const spread = sensitivity(close, { volumen: 5, poblacion: 5 });
  assert.deepEqual([spread.get('e/a'), spread.get('e/b')], [{ best: 1, worst: 2 }, { best: 1, worst: 2 }]);
  assert.deepEqual(sensitivity([many, few], { volumen: 5 }).get('e/many'), { best: 1, worst: 1 });
});

const anyAnswers = fc.record({ solicitudes_anio: fc.option(fc.nat()), costo: fc.option(fc.nat()), beneficiarios: fc.option(fc.nat()), horas_oficina: fc.option(fc.double({ min: 0, max: 500, noNaN: true })), rural: fc.option(fc.integer({ min: 0, max: 100 })), impedimento: fc.constantFrom('sin_impedimento', 'requiere_norma', 'impedido', null) });
const anyWeights = fc.record(Object.fromEntries(criteria.map(({ key }) => [key, fc.integer({ min: 0, max: 10 })])));

test('scores lie between 0 and 100, are the sum of their parts, and places run without a gap', () => fc.assert(fc.property(fc.array(anyAnswers, { maxLength: 30 }), anyWeights, (all, weights) => {
  const ranked = rank(all.map((answers, n) => candidate(String(n), answers)), weights);
  for (const { score, parts } of ranked) {
    assert.ok(score >= 0 && score <= 100 + 1e-9);
    assert.ok(Math.abs(parts.reduce((sum, { points }) => sum + points, 0) - score) < 1e-9);
  }
  const given = ranked.flatMap(({ place }) => place ?? []);
  assert.deepEqual(given, given.map((_, at) => at + 1));
})));

test('the spread holds every place that the order itself gives, whatever the weights', () => fc.assert(fc.property(fc.array(anyAnswers, { maxLength: 30 }), anyWeights, (all, weights) => {
  const candidates = all.map((answers, n) => candidate(String(n), answers)), spreads = sensitivity(candidates, weights);
  const trials = [weights, ...criteria.flatMap(({ key }) => [1.2, 0.8].map((by) => ({ ...weights, [key]: (weights[key] ?? 0) * by })))].map((trial) => rank(candidates, trial));
  for (const { procedureId } of candidates) {
    const found = trials.flatMap((ranked) => ranked.find((one) => one.procedureId === procedureId)?.place ?? []);
    assert.deepEqual(spreads.get(procedureId), found.length === 0 ? undefined : { best: Math.min(...found), worst: Math.max(...found) });
  }
})));

test('weights are whole numbers to ten; whatever else is typed leaves the weight as it was', () => {
  const read = readWeights((key) => ({ volumen: '10', recaudacion: '11', poblacion: 'x', oficinas: ' 0 ' })[key], defaultWeights);
  assert.deepEqual([read.volumen, read.recaudacion, read.poblacion, read.oficinas], [10, defaultWeights.recaudacion, defaultWeights.poblacion, 0]);
});

test('effort says what makes it so', () => {
  assert.deepEqual(effortOf({ digital: 'habitual' }), { points: 0, because: [] });
  assert.deepEqual(effortOf({ impedimento: 'requiere_norma', visitas: 3, requisitos: Array.from({ length: 6 }, () => ({ nombre: 'x' })) }).because, ['hay que cambiar una norma', 'no hay un sistema que lo apoye', 'pide 6 requisitos', 'obliga a ir 3 veces']);
});

test('what the entity says of an effort counts, and what was computed stays beside it', () => {
  const effort = effortOf({ impedimento: 'requiere_norma', digital: 'habitual' }, { points: 10, reason: 'La norma ya se aprobó.' });
  assert.deepEqual([effort.points, effortPoints(effort), effortPoints(effortOf({ impedimento: 'requiere_norma', digital: 'habitual' }))], [25, 10, 25]);
});

test('moves since a frozen order: up, down, gone and new', () => {
  const frozen = [{ procedureId: 'a', name: 'A', place: 1 }, { procedureId: 'b', name: 'B', place: 2 }, { procedureId: 'c', name: 'C', place: null }];
  assert.deepEqual(movesSince(frozen, [{ procedureId: 'b', name: 'B', place: 1 }, { procedureId: 'd', name: 'D', place: 2 }]), [
    { procedureId: 'a', name: 'A', before: 1, now: undefined }, { procedureId: 'b', name: 'B', before: 2, now: 1 }, { procedureId: 'c', name: 'C', before: undefined, now: undefined }, { procedureId: 'd', name: 'D', before: undefined, now: 2 },
  ]);
});
