import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFiles } from '#support/source/index.ts';
import { referenceDocuments } from '../reference/documents.ts';

for (const { path, write } of referenceDocuments) {
  test(`${path} says what the program does`, async () => {
    assert.equal(findFiles(path)[0]?.text, await write(), 'run `npm run reference`');
  });
}
