import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shortCode } from '#kernel/ids.ts';
import type { PersonId } from '#kernel/ids.ts';
import { dayOf } from '../fixtures/example.ts';
import { parseCode } from './code.ts';
import { codesIn } from './codes-in.ts';
import { maskName } from './masked.ts';
import { renewalAt, standingAt } from './standing.ts';

for (const [typed, expected] of [
  ['K7M4-Q2XZ-9RTB', 'K7M4-Q2XZ-9RTB'], ['k7m4q2xz9rtb', 'K7M4-Q2XZ-9RTB'], [' K7M4 Q2XZ 9RTB ', 'K7M4-Q2XZ-9RTB'],
  ['K7M4-Q2XZ-9RT', undefined], ['K7M4-Q2XZ-9RT0', undefined], ['K7M4-Q2XZ-9RTI', undefined], ['', undefined], ['../../etc', undefined],
] as const) test(`the code «${typed}» reads ${expected ?? 'as none'}`, () => assert.equal(parseCode(typed), expected));

test('every code that is made can be read, and found in a file', () => {
  for (let i = 0; i < 200; i++) {
    const code = shortCode();
    assert.equal(parseCode(code), code);
    assert.deepEqual(codesIn(Buffer.from(`<x>${code}</x>`)), [code]);
  }
});

for (const [name, expected] of [['María Quispe Ñáñez', 'M… Q… Ñ…'], ['  Ana  ', 'A…'], ['', ''], ['Persona con identidad reservada', 'Persona con identidad reservada'], ['𝒜lba 9 de Abril S.R.L.', '𝒜… 9… d… A… S…']] as const)
  test(`«${name}» is shown as «${expected}»`, () => assert.equal(maskName(name), expected));

test('a masked name never shows more than one letter of a word', () => {
  fc.assert(fc.property(fc.string(), (name) => maskName(name).split(' ').every((word) => [...word].length <= 2)));
});

const revocation = { at: new Date(), by: '' as PersonId, reason: 'replaced', note: 'x' } as const;
for (const [name, certificate, at, expected] of [
  ['without end', {}, '2099-01-01T00:00:00Z', 'valid'],
  ['in its last minute', { validUntil: dayOf('2028-11-20') }, '2028-11-21T03:59:59Z', 'valid'],
  ['a second later', { validUntil: dayOf('2028-11-20') }, '2028-11-21T04:00:00Z', 'expired'],
  ['revoked', { validUntil: dayOf('2028-11-20'), revocation }, '2027-01-01T00:00:00Z', 'revoked'],
  ['revoked and past its end', { validUntil: dayOf('2028-11-20'), revocation }, '2029-01-01T00:00:00Z', 'revoked'],
] as const) test(`a certificate ${name} is ${expected}`, () => assert.equal(standingAt(certificate, new Date(at)), expected));

for (const [at, open] of [['2028-10-20T12:00:00Z', false], ['2028-10-21T12:00:00Z', true], ['2029-01-01T12:00:00Z', true]] as const)
  test(`renewal is ${open ? 'open' : 'closed'} on ${at}`, () =>
    assert.deepEqual(renewalAt({ validUntil: dayOf('2028-11-20') }, new Date(at)), { from: '2028-10-21', until: '2028-11-20', open }));
test('what does not expire or was revoked is not renewed', () => {
  assert.equal(renewalAt({}, new Date()), undefined);
  assert.equal(renewalAt({ validUntil: dayOf('2028-11-20'), revocation }, new Date()), undefined);
});
