import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFiles, productSources } from '#support/source/index.ts';

// Who may call another machine, and where each takes the address from. One takes it from a person, and asks public addresses alone; nobody else does, so that nobody
// makes Ventanilla call what they can't reach themselves. A new caller is added here after somebody has thought about that.
const callers: readonly (readonly [path: string, configured: RegExp])[] = [
  ['src/modules/certificates/sealing/timestamps/http.ts', /post\(address: string[\s\S]*redirect: 'error'/],
  ['src/modules/documents/scan/clamd.ts', /connect\(/],
  ['src/modules/identity/relying/relying-party.ts', /settings\(\)/],
  ['src/modules/notifications/channels/email/smtp.ts', /settings/],
  ['src/modules/payments/providers/ppe/call.ts', /guarded\(settings\.baseUrl\(\), path\)[\s\S]*redirect: 'error'/],
  ['src/modules/payments/simulator/webhook.ts', /settings\.selfUrl\(\)[\s\S]*redirect: 'error'/],
  ['src/kernel/net/fetch-public.ts', /found\.every\(\(\{ address \}\) => isAllowed\(address\)\)/],
  ['src/kernel/net/public-address.ts', /new BlockList\(\)/],
  // These two reach or try a port of this machine alone.
  ['src/kernel/postgres/orphans.ts', /createConnection\(socket\)/],
  ['src/start/port.ts', /createServer\(\)/],
];

const calls = /\bfetch\(|from 'node:(?:http|https|http2|net|tls|dgram|dns)(?:\/promises)?'|from '(?:nodemailer|openid-client)'/;
const typesOnly = /import type [^;]+ from 'node:https?';/g;

test('only those who are known to call another machine do', () => {
  const found = productSources().filter(({ path, text }) => !/\.test\.ts$|\/fixtures\/|\.d\.ts$/.test(path) && calls.test(text.replace(typesOnly, ''))).map(({ path }) => path);
  assert.deepEqual(found.filter((path) => !callers.some(([known]) => known === path) && !path.endsWith('/relying/faults.ts')).sort(), []);
});

for (const [path, configured] of callers) {
  test(`${path} calls what it was configured with`, () => assert.match(findFiles(path)[0]?.text ?? '', configured));
}
