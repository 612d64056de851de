import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHash } from 'node:crypto';
import { canonicalJson } from '#modules/cases/index.ts';
import { approvalProviders, providerOf } from './index.ts';
import { loggedIdentity } from './logged-identity/index.ts';

const sha256 = 'a'.repeat(64), code = 'PIGE-2345-6789-ABCD', facts = { person: 'Marcela Tapia', account: 'gobierno.aduana', at: '2026-03-02T14:00:00.000Z', sha256, code, checked: 'password' };
const evidence = { ...facts, seal: createHash('sha256').update(canonicalJson(facts)).digest('hex') };

// Evidence, the content and the code that it is held against, and whether it holds.
const rows: readonly (readonly [what: string, evidence: Readonly<Record<string, string>>, sha256: string, code: string, holds: boolean])[] = [
  ['as it was made', evidence, sha256, code, true], ['another content', evidence, 'b'.repeat(64), code, false], ['another code', evidence, sha256, 'PIGE-2345-6789-ABCE', false],
  ['another person', { ...evidence, person: 'Otra' }, sha256, code, false], ['another moment', { ...evidence, at: '2026-03-03T14:00:00.000Z' }, sha256, code, false], ['no seal', facts, sha256, code, false], ['nothing', {}, sha256, code, false],
];

for (const [what, given, content, asked, holds] of rows) test(`evidence: ${what}`, () => assert.equal(loggedIdentity.verify(given, content, asked), holds));

test('every way to approve has a key of its own, and says what it proves and what it does not', () => {
  assert.equal(new Set(approvalProviders.map(({ key }) => key)).size, approvalProviders.length);
  for (const provider of approvalProviders) {
    assert.equal(providerOf(provider.key), provider);
    assert.match(provider.proves.join(' '), /Prueba que.*No es/);
    assert.match(provider.say(evidence).flat().join(' '), /Marcela Tapia.*2 de marzo de 2026, 10:00/);
  }
  assert.equal(providerOf('otra'), undefined);
});
