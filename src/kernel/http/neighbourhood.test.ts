import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbourhood } from './neighbourhood.ts';
import { createRateLimiter } from './rate-limit.ts';

const rows = [
  ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '192.0.2.7'], ['::1', '0:0:0:0::/64'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'], ['unknown', 'unknown'], ['', ''], [undefined, ''],
] as const;
for (const [address, counted] of rows) test(`${address} counts as ${counted}`, () => assert.equal(neighbourhood(address), counted));

test('another address of the same network gains nothing', () => {
  const limiter = createRateLimiter();
  for (let at = 0; at < 20; at++) limiter('login', `2001:db8::${at}`, 0);
  assert.throws(() => limiter('login', '2001:db8::ffff', 0));
  limiter('login', '2001:db8:0:1::1', 0);
});
