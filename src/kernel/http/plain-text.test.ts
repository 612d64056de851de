import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '#kernel/errors/index.ts';
import { plainJson, plainParams } from './plain-text.ts';

test('a JSON document without NUL stays as it is', () => fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }).filter((value) => !JSON.stringify(value).includes('\\u0000')), (value) => {
  assert.deepEqual(plainJson(value), value);
})));

test('NUL goes from texts and names at every depth', () => {
  assert.deepEqual(plainJson({ 'a\u0000': ['x\u0000y', { b: '\u0000' }], n: 1, no: null }), { a: ['xy', { b: '' }], n: 1, no: null });
  assert.deepEqual(plainParams({ slug: '\u0000a', id: 'b' }), { slug: 'a', id: 'b' });
});

test('a document nested beyond reason is refused before anybody walks down it', () => {
  assert.throws(() => plainJson(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))), (caught) => isRefusal(caught, 'http.unreadable'));
});
