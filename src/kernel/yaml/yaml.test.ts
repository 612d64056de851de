import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest, readYaml } from './index.ts';

const rows: readonly [name: string, text: string, code: string, line: number][] = [
  ['a tab', 'a:\n\tb: 1', 'x.yaml', 2],
  ['a name twice', 'a: 1\na: 2', 'x.yaml', 2],
  ['an alias', 'a: &n 1\nb: *n', 'x.alias', 2],
  ['two documents', 'a: 1\n---\nb: 2', 'x.yaml', 2],
  ['a quote that never closes', 'a: "b', 'x.yaml', 1],
  ['a colon inside a text', 'a: b: c', 'x.yaml', 1],
  ['deep nesting', '['.repeat(20_000) + ']'.repeat(20_000), 'x.too_deep', 1],
];

for (const [name, text, code, line] of rows) {
  test(`${name} is told in Spanish with its line`, () => {
    const { root, faults } = readYaml(text, 'f.yaml', 'x');
    assert.equal(root, undefined);
    assert.equal(faults[0]?.code, code);
    assert.equal(faults[0]?.line, line);
    assert.doesNotMatch(faults[0]?.reason ?? '', /\b(the|must|at|not|map)\b/i);
  });
}

test('an unknown name gets the nearest known one', () => {
  const { root, faults } = readYaml('titel: Hola', 'f.yaml', 'x');
  assert.deepEqual(root?.object(['title', 'pages']), {});
  assert.match(faults[0]?.mend ?? '', /«title»/);
  assert.deepEqual([faults[0]?.line, faults[0]?.column], [1, 1]);
});

test('a value of the wrong type says where and what is expected', () => {
  const { root, faults } = readYaml('a:\n  b: x', 'f.yaml', 'x');
  assert.equal(root?.object(['a']).a?.object(['b']).b?.number(), undefined);
  assert.deepEqual([faults[0]?.code, faults[0]?.line, faults[0]?.column], ['x.wrong_type', 2, 6]);
});

test('nearest finds slips and nothing far away', () => {
  assert.equal(nearest('lable', ['label', 'hint']), 'label');
  assert.equal(nearest('zzzz', ['label', 'hint']), undefined);
});

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
    const { root } = readYaml(text, 'f.yaml', 'x');
    root?.members();
    root?.plain();
  }));
});
