import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { stylesheet } from '#kernel/html/stylesheet.ts';

// Names that only the markup of the design system has, without a rule of their own.
const withoutRule = new Set(['govuk-table__row', 'govuk-table__head', 'govuk-table__body', 'govuk-file-upload--error', 'app-nav__item', 'govuk-radios', 'govuk-checkboxes', 'govuk-frontend']);

const known = new Set([...stylesheet().body.toString().matchAll(/\.((?:govuk|app)-(?:[\w-]|\\!)+)/g)].map(([, name]) => name!.replaceAll('\\', '')));

test('every class in a page is in the stylesheet', () => {
  const unknown = globSync('src/**/*.ts', { exclude: (name) => name.endsWith('.test.ts') }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?<=["\s'`])((?:govuk|app)-[\w!-]*\w)(?=["\s'`])/g)].map(([, name]) => name!)
      .filter((name) => !known.has(name) && !withoutRule.has(name)).map((name) => `${file}: ${name}`));
  assert.deepEqual(unknown, []);
});

test('no page has a style or a script inside it', () => {
  const found = globSync('src/**/{pages,html}/**/*.ts', { exclude: (name) => name.endsWith('.test.ts') })
    .filter((file) => /<script|<style|\sstyle="|\son(?:click|change|load|submit|input)="/.test(readFileSync(file, 'utf8')));
  assert.deepEqual(found, []);
});
