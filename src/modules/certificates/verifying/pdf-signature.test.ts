import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPdfSignatures } from './pdf-signature.ts';

const megabyte = 1_000_000;

/** A file of a stranger that claims, as often as it has room, to be signed with some megabytes of hexadecimal text. */
function claiming(amount: number, hexBytes: number): Buffer {
  const claim = `/ByteRange [0 5 ${7 + hexBytes} 1]`;
  return Buffer.from(`%PDF-<${'a'.repeat(hexBytes)}>${claim.repeat(amount)}`);
}

for (const [what, file] of [['short', claiming(60_000, 0.4 * megabyte)], ['long', claiming(60_000, 3 * megabyte)]] as const) {
  test(`thousands of ${what} signatures that are none are not all looked into`, () => {
    const before = process.cpuUsage();
    assert.deepEqual(findPdfSignatures(file), []);
    assert.ok(process.cpuUsage(before).user < 3e6, 'everybody waits while a file is checked');
  });
}
