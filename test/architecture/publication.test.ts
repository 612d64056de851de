import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { readYaml } from '#kernel/yaml/index.ts';
import { publiccodeShape } from '#support/publiccode.ts';
import { findFiles } from '#support/source/index.ts';

const textOf = (path: string): string => findFiles(path)[0]?.text ?? '';
const manifest = JSON.parse(textOf('package.json')) as { version: string; license: string };
const described = (text = textOf('publiccode.yml')): unknown => readYaml(text, 'publiccode.yml', 'publiccode').root?.plain();
const faultsOf = (text?: string): readonly string[] => [...Value.Errors(publiccodeShape, described(text))].map(({ instancePath, message }) => `${instancePath} ${message}`);

test('publiccode.yml describes this program as the standard asks', () => {
  assert.deepEqual(faultsOf(), []);
  assert.equal((described() as { legal: { license: string } }).legal.license, manifest.license);
});

// The shape itself must be able to refuse.
const mistakes = [
  //  what was written                           instead of
  ['developmentStatus: finished',                'developmentStatus: development'],
  ['softwareType: webapp',                       'softwareType: standalone/web'],
  ['publiccodeYmlVersion: "9"',                  'publiccodeYmlVersion: "0.4"'],
  ['localisationReady: maybe',                   'localisationReady: false'],
  ['type: internal\n  contractors: []',          'type: community'],
  ['url: ventanilla',                            'url: "https://ventanilla.example.org/ventanilla.git"'],
] as const;

for (const [mistake, right] of mistakes) {
  test(`publiccode.yml is refused with «${mistake}»`, () => {
    const text = textOf('publiccode.yml');
    assert.ok(text.includes(right), right);
    assert.ok(faultsOf(text.replace(right, mistake)).length > 0);
  });
}

test('the version is the same wherever it is written', () => {
  const [newest] = [...textOf('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\] - (?:\d{4}-\d{2}-\d{2}|unreleased)$/gm)].map(([, version]) => version);
  assert.equal(newest, manifest.version);
  assert.equal((described() as { softwareVersion: string }).softwareVersion, manifest.version);
  assert.equal((JSON.parse(textOf('package-lock.json')) as { version: string }).version, manifest.version);
});
