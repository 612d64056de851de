import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '#support/source/index.ts';
import { referenceDocuments } from './documents.ts';

for (const { path, write } of referenceDocuments) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), await write());
  console.log(path);
}
