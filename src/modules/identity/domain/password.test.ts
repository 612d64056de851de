import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countHashing } from '#support/count-hashing.ts';
import { passwordFault } from './password-rule.ts';
import { hashPassword, verifyPassword } from './password.ts';

test('a password opens what it closed, and nothing else does', async () => {
  const kept = await hashPassword('café con leche');
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.equal(await verifyPassword('café con leche', kept), true);
  assert.equal(await verifyPassword('cafe\u0301 con leche', kept), true, 'the same letters in another encoding');
  assert.equal(await verifyPassword('Café con leche', kept), false);
  assert.equal(await verifyPassword('', kept), false);
});

test('the same password is kept differently twice', async () => {
  assert.notEqual(await hashPassword('una frase larga'), await hashPassword('una frase larga'));
});

// From the tests of the reference implementation (P-H-C/phc-winner-argon2, src/test.c): t=2, m=2^16, p=1, «password», «somesalt».
test('a hash of the reference implementation is understood', async () => {
  const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  assert.equal(await verifyPassword('password', kept), true);
});

test('an account that is not there costs the same work as one that is', async (t) => {
  const kept = await hashPassword('una frase larga'), work = countHashing(t);
  for (const tag of [kept, undefined]) assert.equal(await verifyPassword('otra frase', tag), false);
  assert.deepEqual(work(), Array.from({ length: 2 }, () => ({ algorithm: 'argon2id', memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 })));
});

const rows: readonly [string, string, boolean][] = [
  ['tres gatos negros', 'rosa.mamani', true], ['corta', 'rosa', false], ['aaaaaaaaaaaaaa', 'rosa', false], ['contraseña123456', 'rosa', false], ['yo soy rosa.mamani', 'rosa.mamani', false],
  ['ñandú y quirquincho', 'x.y', true], ['a1'.repeat(101), 'rosa', false],
];
for (const [password, username, isGood] of rows) {
  test(`«${password.slice(0, 20)}» for ${username} is ${isGood ? 'good enough' : 'refused with a sentence'}`, () => assert.equal(passwordFault(password, username) === undefined, isGood));
}
