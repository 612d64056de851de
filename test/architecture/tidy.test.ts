import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allSources, findFiles, productSources } from '#support/source/index.ts';

const fileLinesMax = 300, functionLinesMax = 70;

test(`no file is longer than ${fileLinesMax} lines`, () => {
  assert.deepEqual(allSources().filter(({ lines }) => lines > fileLinesMax).map(({ path, lines }) => `${path}: ${lines} lines`), []);
});

test(`no function has more than ${functionLinesMax} lines of its own`, () => {
  const long = allSources().flatMap(({ path, functions }) => functions.filter(({ ownLines }) => ownLines > functionLinesMax).map(({ name, line, ownLines }) => `${path}:${line} ${name}: ${ownLines}`));
  assert.deepEqual(long, []);
});

test('the compiler is never told to look away: no any, no ts-ignore, no double cast', () => {
  const forbidden = (what: string) => ['any', 'as … as'].includes(what) || what.startsWith('@ts-');
  const escapes = allSources().flatMap(({ path, escapes }) => escapes.filter(({ what }) => forbidden(what)).map(({ line, what }) => `${path}:${line} ${what}`));
  assert.deepEqual(escapes, []);
});

test('what goes wrong is a refusal or a broken invariant, never a bare Error', () => {
  const raw = productSources().flatMap(({ path, throws }) => throws.filter((each) => each.raw).map(({ line }) => `${path}:${line}`));
  const made = productSources().filter(({ path }) => !path.startsWith('src/kernel/errors/')).flatMap(({ path, text }) => (/\bnew Error\(/.test(text) ? [path] : []));
  assert.deepEqual([...raw, ...made], []);
});

test('every exported function says what it promises', () => {
  const silent = productSources().flatMap(({ path, functions }) => functions.filter(({ exported, documented }) => exported && !documented).map(({ name, line }) => `${path}:${line} ${name}`));
  assert.deepEqual(silent, []);
});

test('no test is left out or left alone', () => {
  const marked = allSources().filter(({ path, text }) => path.endsWith('.test.ts') && /\b(test|it|describe|suite)\.(only|skip|todo)\(/.test(text));
  assert.deepEqual(marked.map(({ path }) => path), []);
});

test('every command of package.json is a file that exists', () => {
  const [manifest] = findFiles('package.json');
  const { scripts, bin } = JSON.parse(manifest?.text ?? '{}') as { scripts: Record<string, string>; bin: Record<string, string> };
  const named = [...Object.values(scripts).flatMap((script) => script.match(/bin\/[\w-]+\.mjs/g) ?? []), ...Object.values(bin)];
  assert.deepEqual(named.filter((path) => findFiles(path).length === 0), []);
});
