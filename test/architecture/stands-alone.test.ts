import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFiles, lineAt } from '#support/source/index.ts';

// Whoever clones the repository has nothing else: neither the folders of the machine it was written on, nor the registry it was installed from.
const foreign: readonly (readonly [string, RegExp])[] = [
  ['a folder of one machine', /(?<![\w.~:/-])\/(?:work|home|Users|root)\/[\w.-]+/g],
  ['a folder outside the repository', /\.\.\/shared\b(?!\/standards)/g],
  ['the host of a package registry', /\bregistry\.(?:npmjs|yarnpkg)\.\w+|\b(?:artifactory|verdaccio|nexus)\.[\w.-]+/gi],
];

const texts = () => findFiles('*', '.*', '{.ci,bin,docs,procedures,src,test,bench,web}/**/*.{ts,mjs,js,json,md,yaml,yml,sql,scss,typ,bpmn,dmn,sh}', '.ci/run')
  .filter(({ path }) => !path.startsWith('.git/') && path !== 'test/architecture/stands-alone.test.ts');

for (const [what, pattern] of foreign) {
  test(`nothing names ${what}`, () => {
    const found = texts().flatMap(({ path, text }) => [...text.matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)} ${match[0]}`));
    assert.deepEqual(found, []);
  });
}

test('the lock file names the packages of every platform, so that it is accepted everywhere', () => {
  const [file] = findFiles('package-lock.json');
  const { packages } = JSON.parse(file?.text ?? '{}') as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
  const optional = Object.values(packages).flatMap((owner) => Object.keys(owner.optionalDependencies ?? {}));
  assert.deepEqual(optional.filter((name) => !(`node_modules/${name}` in packages)), [], 'run node bin/setup/complete-lock.mjs');
});

test('install scripts stay off, and the check on a server is the check at home', () => {
  assert.match(findFiles('.npmrc')[0]?.text ?? '', /^ignore-scripts=true$/m);
  const commands = (findFiles('.ci/run')[0]?.text ?? '').split('\n').filter((line) => line !== '' && !/^(#|set |cd )/.test(line));
  assert.deepEqual(commands, ['npm test']);
});
