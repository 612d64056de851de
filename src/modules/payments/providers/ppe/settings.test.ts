import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { ppeSettings } from './settings.ts';

const whole = { PPE_BASE_URL: 'https://ppe.example.bo/api/', PPE_TOKEN: 'a', PPE_CPT_TOKEN: 'b', PPE_WEBHOOK_SECRET: 'c' };

const rows: readonly [name: string, changes: Record<string, string>, code: string][] = [
  ['no https', { PPE_BASE_URL: 'http://ppe.example.bo' }, 'settings_bad_url'],
  ['no address at all', { PPE_BASE_URL: 'ppe' }, 'settings_bad_url'],
  ['an address inside the network without https', { PPE_BASE_URL: 'http://169.254.169.254/' }, 'settings_bad_url'],
  ['no token', { PPE_TOKEN: '' }, 'settings_incomplete'],
  ['no proof for webhooks', { PPE_WEBHOOK_SECRET: '' }, 'settings_incomplete'],
  ['pairs that are none', { PPE_CPT_TOKENS: '123' }, 'settings_incomplete'],
  ['a bad origin to go to', { PPE_REDIRECT_ORIGINS: 'https://a.bo javascript:x' }, 'settings_bad_url'],
];
for (const [name, changes, code] of rows) {
  test(`half a configuration (${name}) stops the start: ${code}`, () => {
    assert.throws(() => ppeSettings({ ...whole, ...changes }), (caught) => isRefusal(caught, `payments.${code}`));
  });
}

test('without an address there is no gateway', () => { assert.equal(ppeSettings({}), undefined); });

test('each account has its own token, and the rest the general one', () => {
  const settings = ppeSettings({ ...whole, PPE_CPT_TOKENS: '1-2=uno, 3=tres' });
  assert.deepEqual(['1-2', '3', '4'].map((account) => settings?.cptToken(account)), ['uno', 'tres', 'b']);
  assert.equal(settings?.baseUrl(), 'https://ppe.example.bo/api');
  assert.deepEqual(settings?.redirectOrigins(), ['https://ppe.example.bo']);
});

test('an account without a token is refused by name', () => {
  const settings = ppeSettings({ PPE_BASE_URL: 'https://ppe.example.bo', PPE_TOKEN: 'a', PPE_WEBHOOK_SECRET: 'c', PPE_CPT_TOKENS: '1=uno' });
  assert.throws(() => settings?.cptToken('2'), (caught) => isRefusal(caught, 'payments.account_without_token') && caught.message.includes('La cuenta 2'));
});
