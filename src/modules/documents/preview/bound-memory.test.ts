import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { boundMemory } from './bound-memory.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));

test('only the maximum changes, in as many bytes as before', () => {
  const bound = Buffer.from(boundMemory(wasm, 512));
  assert.equal(bound.length, wasm.length);
  const differing = [...bound.keys()].filter((at) => bound[at] !== wasm[at]);
  assert.ok(differing.length >= 1 && differing.length <= 3);
});

test('a maximum outside the old limits, or bytes without memory, are our own mistake', () => {
  assert.throws(() => boundMemory(wasm, 1));
  assert.throws(() => boundMemory(wasm, 1_000_000));
  assert.throws(() => boundMemory(wasm.subarray(0, 8), 512));
});
