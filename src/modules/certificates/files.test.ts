import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { copyFile, access } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from './files.ts';
import { vanishingFolder } from './fixtures/example.ts';

const folder = vanishingFolder(), drafts = join(folder, 'tmp');
const puts: string[] = [];
// The store belongs to another module; here it only copies and counts.
const store = {
  put: async (sha256: string, path: string) => { puts.push(sha256); await copyFile(path, join(folder, sha256)); },
  open: async (sha256: string) => createReadStream(join(folder, sha256)),
  has: (sha256: string) => access(join(folder, sha256)).then(() => true, () => false),
};

test('bytes are put once under their hash, come back the same, and leave no draft; forgotten drafts go', async () => {
  mkdirSync(drafts);
  for (const [name, age] of [['viejo', 7_200], ['joven', 60]] as const) {
    writeFileSync(join(drafts, name), 'x');
    utimesSync(join(drafts, name), Date.now() / 1000 - age, Date.now() / 1000 - age);
  }
  const files = filesIn(store, drafts);
  const bytes = Buffer.from('un documento');
  const first = await files.put(bytes);
  assert.deepEqual(await files.put(bytes), first);
  assert.deepEqual(puts, [first.sha256]);
  assert.ok((await files.open(first.sha256)).equals(bytes));
  assert.deepEqual(readdirSync(drafts), ['joven']);
});

test('a store that fails leaves no draft, and says so', async () => {
  const files = filesIn({ ...store, put: async () => { throw new TypeError('disco lleno'); } }, drafts);
  await assert.rejects(files.put(Buffer.from('otro')), TypeError);
  assert.deepEqual(readdirSync(drafts), ['joven']);
});
