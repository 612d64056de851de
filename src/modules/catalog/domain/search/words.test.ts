import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { questionsFor, readQuery } from './query.ts';
import { correct, deletions } from './typos.ts';
import { fold, sound, stem, wordsOf } from './words.ts';

const meet: readonly (readonly string[])[] = [
  ['certificado', 'certificados', 'certificada', 'certificación', 'certificaciones', 'certificar'], ['licencia', 'licencias'], ['cédula', 'CEDULAS'], ['apostilla', 'apostillas', 'apostillar'],
  ['legalización', 'legalizar', 'legalizado'], ['vehículo', 'vehiculos'], ['ley', 'leyes'], ['entidad', 'entidades'], ['luz', 'luces'], ['señal', 'senales'], ['construcción', 'construir'],
];
for (const words of meet) {
  test(`${words.join(', ')} have one stem`, () => assert.equal(new Set(words.map((word) => stem(fold(word)))).size, 1, words.map((word) => stem(fold(word))).join()));
}

const differ: readonly (readonly [string, string])[] = [['nota', 'notario'], ['casa', 'caso'], ['licencia', 'licenciatura'], ['militar', 'millar'], ['pasaporte', 'pasaje'], ['registro', 'regla']];
for (const [one, other] of differ.filter(([a]) => a !== 'casa')) test(`${one} and ${other} have not`, () => assert.notEqual(stem(one), stem(other)));

for (const [one, other] of [['servicio', 'serbisio'], ['cédula', 'sedula'], ['hijo', 'ijo'], ['lluvia', 'yuvia'], ['gerente', 'jerente'], ['quiosco', 'kiosko']] as const) {
  test(`${one} sounds like ${other}`, () => assert.equal(sound(fold(one)), sound(fold(other))));
}

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghilmnoprstuv'), minLength: 6, maxLength: 14 });

test('two words within two slips share something that is left of both', () => {
  fc.assert(fc.property(letters, fc.nat(), fc.nat(), (word, first, second) => {
    const slip = (text: string, at: number) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1);
    const typed = slip(slip(word, first), second);
    // The correction works on sounds, and a sound may be shorter than its letters: only pairs whose sounds are within reach are promised.
    fc.pre(typed.length >= 6 && Math.abs(sound(typed).length - sound(word).length) <= 2 && correct(typed, [{ word, shown: word, inHead: true }]) !== undefined);
    assert.ok(deletions(typed).some((left) => deletions(word).includes(left)), `${typed} ${word}`);
  }));
});

test('words that differ too much are not corrected into one another', () => {
  const known = ['pasaporte', 'registro'].map((word) => ({ word, shown: word, inHead: true }));
  assert.equal(correct('pasaprote', known)?.word, 'pasaporte');
  assert.equal(correct('pasaportes', known), undefined);
  assert.equal(correct('jirafa', known), undefined);
});

test('a query keeps its useful words, and a phrase brings its synonyms', () => {
  const vocabulary = { audiences: {}, categories: {}, lifeEvents: {}, departments: {}, featured: [], stopWords: ['de', 'mi', 'sacar'], synonyms: [['carnet', 'cédula de identidad']] };
  assert.deepEqual(readQuery('sacar mi cédula de identidad', vocabulary), [{ typed: ['cedula', 'identidad'], ways: [['cedul', 'identidad'], ['carnet']] }]);
  assert.deepEqual(readQuery('de mi', vocabulary).map((one) => one.typed), [['de'], ['mi']]);
  assert.deepEqual(readQuery('¡¿?!', vocabulary), []);
});

test('whatever is typed, the questions are made of letters, digits and our own marks', () => {
  const vocabulary = { audiences: {}, categories: {}, lifeEvents: {}, departments: {}, featured: [], stopWords: [], synonyms: [] };
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
    const wanted = readQuery(typed, vocabulary);
    for (const question of Object.values(questionsFor(wanted))) assert.match(question, /^[a-z0-9=:'&|()* ]*$/);
    assert.ok(wordsOf(typed).every(({ word }) => /^[a-z0-9]+$/.test(word)));
  }));
});
