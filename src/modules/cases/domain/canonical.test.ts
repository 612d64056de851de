import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from './canonical.ts';

test('members are in one order, nothing is undefined, and an empty place of a list is null', () => {
  assert.equal(canonicalJson({ b: 1, a: [undefined, 'ñ', { z: undefined, y: true }], 'a b': null, A: -0 }), '{"A":0,"a":[null,"ñ",{"y":true}],"a b":null,"b":1}');
});

test('any text is written as JSON writes it', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
  assert.equal(canonicalJson(text), JSON.stringify(text));
  assert.equal(canonicalJson({ [text]: text }), JSON.stringify({ [text]: text }));
}), { numRuns: 2_000 }));

test('any value comes back as it was, whatever the order of its members', () => fc.assert(fc.property(fc.jsonValue(), (value) => {
  assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
})));
