import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findFiles, lineAt, productSources, root } from '#support/source/index.ts';

const modules = readdirSync(join(root, 'src/modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

test('every module has a door and says what it is', () => {
  const wanted = modules.flatMap((name) => ['index.ts', 'README.md'].map((file) => `src/modules/${name}/${file}`));
  assert.deepEqual(wanted.filter((path) => !existsSync(join(root, path))), []);
});

test('no module touches the tables of another, only its published views', () => {
  const schemas = new Map(modules.map((name) => [name.replaceAll('-', '_'), name]));
  const names = new RegExp(String.raw`\b(?:from|join|into|update|references|table)\s+(${[...schemas.keys()].join('|')})\.(?!v_)\w+`, 'gi');
  const found = findFiles('src/modules/**/*.{ts,sql}').filter(({ path }) => !path.endsWith('.test.ts')).flatMap(({ path, text }) =>
    [...text.matchAll(names)].filter((match) => !path.startsWith(`src/modules/${schemas.get((match[1] ?? '').toLowerCase())}/`))
      .map((match) => `${path}:${lineAt(text, match.index)} ${match[0]}`));
  assert.deepEqual(found, []);
});

test('decisions take the time as an argument and leave nothing to chance', () => {
  const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b/g;
  const found = productSources().filter(({ path }) => /^src\/modules\/[^/]+\/domain\//.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(impure)].map((match) => `${path}:${lineAt(text, match.index)} ${match[0]}`));
  assert.deepEqual(found, []);
});

test('migrations of a module are numbered without gaps or twins', () => {
  const wrong = ['src/kernel', ...modules.map((name) => `src/modules/${name}`)].flatMap((folder) => {
    const numbers = findFiles(`${folder}/migrations/*.sql`).map(({ path }) => Number(/\/(\d+)[^/]*$/.exec(path)?.[1]));
    return numbers.every((number, at) => number === at + 1) ? [] : [`${folder}: ${numbers.join(', ')}`];
  });
  assert.deepEqual(wrong, []);
});
