import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allSources, findBreaches, findCycles, valueGraph } from '#support/source/index.ts';

test('every import stays within the walls', () => {
  const breaches = findBreaches(allSources()).map(({ path, line, target, rule }) => `${path}:${line} imports ${target}: ${rule}`);
  assert.deepEqual(breaches, []);
});

test('no files need each other in a circle', () => {
  assert.deepEqual(findCycles(valueGraph(allSources())).map((cycle) => cycle.join(' ↔ ')), []);
});

// The check itself must be able to fail.
const source = (path: string, target: string) => ({
  path, text: '', lines: 1, codeLines: 1, functions: [], escapes: [], throws: [], imports: [{ line: 1, target, ours: !target.startsWith('node:'), typeOnly: false }],
});

const imports = [
  //  from                               to                                      allowed
  ['src/modules/cases/actions/open.ts',  'src/modules/flows/index.ts',           true],
  ['src/modules/cases/actions/open.ts',  'src/modules/flows/domain/step.ts',     false],
  ['src/modules/flows/domain/step.ts',   'src/modules/forms/index.ts',           false],
  ['src/modules/catalog/routes.ts',      'src/modules/cases/index.ts',           false],
  ['src/modules/unheard-of/routes.ts',   'src/kernel/ids.ts',                    false],
  ['src/kernel/http/server.ts',          'src/modules/catalog/index.ts',         false],
  ['src/kernel/http/server.ts',          'test/support/database.ts',             false],
  ['src/kernel/db/database.db.test.ts',  'test/support/database.ts',             true],
  ['src/modules/flows/domain/step.ts',   'node:fs',                              false],
  ['src/modules/flows/domain/step.ts',   'node:crypto',                          true],
  ['test/journeys/a.journey.test.ts',    'src/main.ts',                          false],
  ['src/main.ts',                        'src/modules/portal/index.ts',          true],
  ['src/start/compose.ts',               'src/modules/portal/index.ts',          true],
  ['src/start/compose.ts',               'src/modules/portal/routes.ts',         false],
  ['src/modules/portal/routes.ts',       'src/start/compose.ts',                 false],
  ['src/kernel/http/server.ts',          'src/start/compose.ts',                 false],
] as const;

for (const [from, to, allowed] of imports) {
  test(`${from} ${allowed ? 'may' : 'must not'} import ${to}`, () => {
    assert.equal(findBreaches([source(from, to)]).length, allowed ? 0 : 1);
  });
}

test('a circle of three is found, a diamond is not one', () => {
  const circle = new Map([['a', ['b']], ['b', ['c']], ['c', ['a']], ['d', ['a']]]);
  const diamond = new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', []]]);
  assert.deepEqual(findCycles(circle), [['a', 'b', 'c']]);
  assert.deepEqual(findCycles(diamond), []);
});
