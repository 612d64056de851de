import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseProcedure } from './procedure.ts';
import { checkWords, parseVocabulary } from './vocabulary.ts';

const sound = `id: aduana-nacional/copias
slug: copias
name: Copias
summary: Copias de documentos.
entity: { key: aduana-nacional, name: Aduana Nacional }
audience: [todos]
free: false
fees:
  - { id: copia, concept: Copia, kind: ufv, amount: 1.5, validFrom: 2025-10 }
terms:
  resolucion: { title: Resolver, amount: 10, unit: business_days }
source: { name: Portal, date: 2025-10-22, confidence: high }
`;

test('a sound file reads, with money in whole hundredths and defaults filled in', () => {
  const { value, faults } = parseProcedure(sound, 'procedure.yaml');
  assert.deepEqual(faults, []);
  assert.deepEqual(value?.fees[0], { id: 'copia', concept: 'Copia', kind: 'ufv', currency: 'UFV', amountMinor: 150, validFrom: '2025-10' });
  assert.deepEqual(value?.terms['resolucion'], {
    name: 'resolucion', title: 'Resolver', binds: 'entity', amount: 10, unit: 'business_days', countsFrom: 'submission', roll: 'next_business_day', onSuspension: 'pause', silence: 'none',
  });
  assert.deepEqual([value?.silence, value?.languages, value?.confidential], [{ effect: 'unknown' }, ['es'], false]);
});

/** What is changed in the sound file, the fault it must give, on which line, and a word of its mend. */
const broken: readonly (readonly [from: string, to: string, code: string, line: number, mend: string])[] = [
  ['summary:', 'sumary:', 'unknown_key', 4, 'summary'], ['slug: copias', '', 'missing_key', 1, 'slug'], ['id: aduana-nacional/copias', 'id: aduana/copias', 'id_mismatch', 1, 'entity.key'],
  ['id: aduana-nacional/copias', 'id: Aduana Nacional', 'bad_form', 1, 'aduana-nacional/copias-simples'], ['amount: 1.5', 'amount: 1.005', 'bad_amount', 9, 'dos decimales'],
  ['amount: 1.5', 'amount: -1', 'bad_amount', 9, 'dos decimales'], ['kind: ufv', 'kind: fixd', 'unknown_word', 9, 'fixed'], ['kind: ufv, amount: 1.5', 'kind: fixed', 'missing_key', 9, 'por confirmar'],
  ['kind: ufv', 'kind: ufv, currency: BOB', 'bad_currency', 9, 'UFV'], ['kind: ufv, amount: 1.5', 'kind: formula', 'missing_key', 9, 'formula'], ['kind: ufv', 'kind: per_unit', 'missing_key', 9, 'unit'],
  ['validFrom: 2025-10', 'validFrom: 2025-13', 'bad_date', 9, '2025-10-22'], ['date: 2025-10-22', 'date: 2025-02-30', 'bad_date', 12, 'año-mes-día'], ['confidence: high', 'confidence: alta', 'unknown_word', 12, 'high'],
  ['unit: business_days', 'unit: business_day', 'unknown_word', 11, 'business_days'], ['amount: 10', 'amount: 1.5', 'number', 11, 'entero'], ['resolucion:', 'Resolución:', 'bad_key', 11, 'minúsculas'],
  ['unit: business_days', 'unit: business_days, decided: true', 'missing_key', 11, 'reason'], ['unit: business_days', 'unit: business_days, decided: false', 'bad_form', 11, 'decided: true'],
  ['unit: business_days', 'unit: business_days, silence: positive', 'silence_without_norm', 11, 'norma'], ['free: false', 'free: true', 'free_with_fees', 7, 'free: false'],
  ['free: false', 'free: quizás', 'unknown_word', 7, ''], ['audience: [todos]', 'audience: todos', 'wrong_type', 6, 'guion'], ['name: Copias', 'name: ""', 'empty', 3, 'Escriba'],
  ['name: Copias', 'name: ~', 'wrong_type', 3, 'texto'], ['name: Aduana Nacional }', 'name: Aduana, site: "javascript:alert(1)" }', 'bad_address', 5, 'https://'],
  ['summary: Copias de documentos.', 'summary: uno: dos', 'yaml', 4, ''], ['free: false', 'free: false\nhours: [ { opens: "9:00", closes: "10:00" } ]', 'bad_form', 8, '08:30'],
  ['free: false', 'free: false\nhours: [ { opens: "10:00", closes: "09:00" } ]', 'bad_hours', 8, 'opens'],
];

for (const [from, to, code, line, mend] of broken) {
  test(`${to || `no ${from}`}: ${code} on line ${line}`, () => {
    const { value, faults } = parseProcedure(sound.replace(from, to), 'procedure.yaml');
    assert.equal(value, undefined);
    const fault = faults.find((one) => one.code === `procedure.${code}`);
    assert.ok(fault, `found: ${faults.map((one) => one.code).join()}`);
    assert.equal(fault.line, line);
    assert.ok(fault.mend.includes(mend), fault.mend);
    assert.doesNotMatch(`${fault.reason} ${fault.mend}`, /undefined|\[object/);
  });
}

test('what looks like a mistake is only warned of', () => {
  const { value, faults } = parseProcedure(`${sound}duration: { amount: 12, unit: years }\n`, 'procedure.yaml');
  assert.ok(value);
  assert.deepEqual(faults.map((one) => [one.code, one.severity]), [['procedure.doubtful_duration', 'warning']]);
});

test('one run shows every fault', () => {
  const { faults } = parseProcedure(sound.replace('summary:', 'sumary:').replace('kind: ufv', 'kind: x').replace('confidence: high', ''), 'procedure.yaml');
  assert.deepEqual(faults.map((one) => one.code).sort(), ['procedure.missing_key', 'procedure.missing_key', 'procedure.unknown_key', 'procedure.unknown_word']);
});

const root = fileURLToPath(new URL('../../../../procedures/', import.meta.url));
const vocabulary = parseVocabulary(readFileSync(`${root}vocabulary.yaml`, 'utf8'), 'vocabulary.yaml');

test('the vocabulary and all 73 procedures are sound, and say their source', () => {
  assert.deepEqual(vocabulary.faults, []);
  const files = globSync(`${root}*/*/procedure.yaml`);
  assert.equal(files.length, 73);
  for (const file of files) {
    const { value, faults } = parseProcedure(readFileSync(file, 'utf8'), file);
    assert.deepEqual(faults, []);
    assert.ok(value && vocabulary.value);
    assert.deepEqual(checkWords(value, vocabulary.value, file), []);
    assert.ok(value.source.date !== undefined || value.source.notes !== undefined, `${file} has a date or says that it has none`);
  }
});

test('no text makes the parser throw', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.tuple(fc.nat(sound.length), fc.string({ maxLength: 5 })).map(([at, text]) => sound.slice(0, at) + text + sound.slice(at)));
  fc.assert(fc.property(anything, (text) => { parseProcedure(text, 'procedure.yaml'); parseVocabulary(text, 'vocabulary.yaml'); }), { numRuns: 400 });
});
