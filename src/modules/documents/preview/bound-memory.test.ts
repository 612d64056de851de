import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { boundMemory } from './bound-memory.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));

test('the program stays valid, and can no longer grow beyond the new maximum', async () => {
  const bound = boundMemory(wasm, 512);
  assert.ok(WebAssembly.validate(bound));
  assert.equal(bound.byteLength, wasm.length);
  assert.equal(Buffer.compare(Buffer.from(bound), wasm) === 0, false);
});

test('a maximum outside the old limits, or bytes without memory, are our own mistake', () => {
  assert.throws(() => boundMemory(wasm, 1));
  assert.throws(() => boundMemory(wasm, 1_000_000));
  assert.throws(() => boundMemory(wasm.subarray(0, 8), 512));
});
