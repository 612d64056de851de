import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayAgent } from './agent.ts';
import { homeOf } from './home.ts';
import { nextStep } from './next-step.ts';
import { newRecoveryCodes, recoveryHash } from './recovery.ts';
import { cookieNames, newToken, tokenHash } from './token.ts';
import { isUnitKey, parseUsername } from './username.ts';

const steps = [
  [{ hasTotp: true, mustChangePassword: false }, false, 'code'], [{ hasTotp: true, mustChangePassword: false }, true, 'done'],
  [{ hasTotp: true, mustChangePassword: true }, false, 'code'], [{ hasTotp: true, mustChangePassword: true }, true, 'new_password'],
  [{ hasTotp: false, mustChangePassword: true }, false, 'new_password'], [{ hasTotp: false, mustChangePassword: false }, false, 'enrol'],
] as const;
for (const [account, codePassed, step] of steps) {
  test(`${JSON.stringify(account)}, code ${codePassed ? 'given' : 'not given'}: ${step}`, () => assert.equal(nextStep(account, codePassed), step));
}

const homes = [
  ['citizen', ['applicant'], '/mis-tramites'], ['officer', ['officer'], '/escritorio'], ['officer', ['auditor', 'supervisor'], '/escritorio'], ['officer', ['designer', 'admin'], '/administracion'],
  ['officer', ['auditor'], '/escritorio/tramites'], ['officer', ['designer'], '/plan/inventario'], ['officer', ['egov_head'], '/plan'], ['officer', ['designer', 'egov_head'], '/plan'], ['officer', ['examiner'], '/control'], ['officer', [], '/mi-cuenta'],
] as const;
for (const [kind, roles, home] of homes) {
  test(`a ${kind} with ${roles.join(' and ') || 'no role'} begins at ${home}`, () => assert.equal(homeOf({ kind, roles }), home));
}

test('a recovery code may be typed small and without hyphens', () => {
  const [code = ''] = newRecoveryCodes();
  assert.equal(recoveryHash(` ${code.toLowerCase().replaceAll('-', '')} `), recoveryHash(code));
  assert.equal(new Set(newRecoveryCodes()).size, 10);
});

test('the cookies have the prefix that binds them to this host only over https', () => {
  assert.equal(cookieNames(true).session, '__Host-sesion');
  assert.equal(cookieNames(false).session, 'sesion');
});

test('a token has 256 bits and its hash does not give it away', () => {
  const token = newToken();
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.ok(!tokenHash(token).toString('base64url').includes(token.slice(0, 8)));
});

const usernames: readonly [string, string | undefined][] = [[' Rosa.Mamani ', 'rosa.mamani'], ['iñaki', 'iñaki'], ['ab', undefined], ['a b c', undefined], ['.rosa', undefined], ["rosa'--", undefined], ['a'.repeat(61), undefined]];
for (const [typed, username] of usernames) test(`user name «${typed.slice(0, 20)}»: ${username ?? 'no'}`, () => assert.equal(parseUsername(typed), username));

test('units are keys', () => {
  assert.deepEqual(['ventanilla', 'sala-2', 'Ventanilla', '2a', 'a'].map(isUnitKey), [true, true, false, false, false]);
});

const agents: readonly [string, string][] = [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox en Linux'],
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36', 'Chrome en Android'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Safari/537.36 Edg/138.0', 'Edge en Windows'],
  ['curl/8', 'Otro programa en otro sistema'],
];
for (const [agent, said] of agents) test(said, () => assert.equal(sayAgent(agent), said));
