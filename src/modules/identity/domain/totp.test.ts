import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base32, matchTotp, otpauthUri, totpCode, totpStep } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B: SHA-1, eight digits.
const vectors = [
  [59, '94287082'], [1111111109, '07081804'], [1111111111, '14050471'], [1234567890, '89005924'], [2000000000, '69279037'], [20000000000, '65353130'],
] as const;

for (const [seconds, code] of vectors) {
  test(`RFC 6238 at ${seconds} s: ${code}`, () => {
    assert.equal(totpCode(secret, totpStep(new Date(seconds * 1000)), 8), code);
  });
}

const now = new Date('2026-11-20T10:00:10Z'), step = totpStep(now);
const rows = [
  { name: 'of now', code: totpCode(secret, step), last: undefined, matches: step },
  { name: 'with a space inside', code: totpCode(secret, step).replace(/^(...)/, '$1 '), last: undefined, matches: step },
  { name: 'of half a minute ago', code: totpCode(secret, step - 1), last: undefined, matches: step - 1 },
  { name: 'of half a minute ahead', code: totpCode(secret, step + 1), last: undefined, matches: step + 1 },
  { name: 'of a minute ago', code: totpCode(secret, step - 2), last: undefined, matches: undefined },
  { name: 'that was used already', code: totpCode(secret, step), last: step, matches: undefined },
  { name: 'older than one that was used', code: totpCode(secret, step - 1), last: step, matches: undefined },
  { name: 'that is empty', code: '', last: undefined, matches: undefined },
  { name: 'with letters', code: '12345a', last: undefined, matches: undefined },
  { name: 'that is too long', code: '1234567', last: undefined, matches: undefined },
] as const;

for (const { name, code, last, matches } of rows) {
  test(`a code ${name}: ${matches === undefined ? 'no' : 'yes'}`, () => assert.equal(matchTotp(secret, code, now, last), matches));
}

test('base32 as in RFC 4648 §10, without padding', () => {
  const known = { '': '', f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
  for (const [text, coded] of Object.entries(known)) assert.equal(base32(Buffer.from(text)), coded);
});

test('the address that an authenticator reads names issuer, account and secret', () => {
  const url = new URL(otpauthUri(secret, 'rosa.ñáñez', 'Ventanilla'));
  assert.equal(url.protocol, 'otpauth:');
  assert.equal(decodeURIComponent(url.pathname), '/Ventanilla:rosa.ñáñez');
  assert.deepEqual(Object.fromEntries(url.searchParams), { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', issuer: 'Ventanilla', algorithm: 'SHA1', digits: '6', period: '30' });
});
