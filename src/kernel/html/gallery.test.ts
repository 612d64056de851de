import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { galleryDocument, galleryPages } from '#support/gallery/index.ts';
import * as parts from './components.ts';
import { icon, stylesheet } from './stylesheet.ts';

const config = JSON.parse(readFileSync(new URL('../../../.htmlvalidate.json', import.meta.url), 'utf8')) as ConfigData;
const validator = new HtmlValidate(config);
const documents = Object.entries(galleryPages).map(([path, content]) => [path, galleryDocument(path, content)] as const);
const firstVisitBytesMax = 25 * 1024;

for (const [path, document] of documents) {
  test(`html-validate finds nothing on ${path}`, async () => {
    const { results } = await validator.validateString(document, `${path}.html`);
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)), []);
  });

  test(`a first visit to ${path} weighs at most 25 KiB`, () => {
    const bytes = gzipSync(document).length + stylesheet().gzip.length + icon().gzip.length;
    assert.ok(bytes <= firstVisitBytesMax, `${bytes} bytes`);
  });

  test(`${path} has no script, no style and no other site in it`, () => {
    assert.doesNotMatch(document, /<script|<style|\sstyle=|\son\w+=|(?:src|srcset)="(?:https?:)?\/\//);
  });
}

test('the gallery shows every component', () => {
  const shown = ['parts', 'scenes'].map((name) => readFileSync(new URL(`../../../test/support/gallery/${name}.ts`, import.meta.url), 'utf8')).join('');
  const inFrame = ['attributes', 'classes', 'skipLink', 'hiddenField', 'statNumber'];
  const missing = Object.keys(parts).filter((name) => !inFrame.includes(name) && !shown.includes(`part.${name}(`));
  assert.deepEqual(missing, []);
});
