import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { pageCount, servePreview, type StoredFile } from '../index.ts';
import { makePdf, makePng } from '../test-files.ts';
import { folderStore } from '../store/folder-store.ts';

const now = new Date('2026-11-20T14:00:00Z');

async function stored(kind: 'pdf' | 'png' | 'txt', bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-preview-'));
  const sha256 = 'cd'.repeat(32);
  await writeFile(join(folder, 'arriving'), bytes);
  const documents = { store: folderStore(folder), temporaryFolder: folder, log: silentLog, scanner: { scan: async () => 'clean' as const, health: async () => ({ state: 'working' as const, note: '' }) } };
  await documents.store.put(sha256, join(folder, 'arriving'));
  const file: StoredFile = { entityId: newId<'entity'>(now), id: newId<'file'>(now), owner: 'draft:1', fieldId: 'x', name: `x.${kind}`, kind, type: 'x/y', bytes: bytes.length, sha256, scan: 'clean', active: false, createdBy: undefined, createdAt: now };
  return { documents, file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test('a page of a PDF becomes a picture of ours, under a policy that lets nothing run', async () => {
  await using at = await stored('pdf', makePdf());
  assert.equal(await pageCount(at.documents, at.file), 1);
  const { body, headers } = await servePreview(at.documents, at.file, 1);
  assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data));
  const png = PNG.sync.read(body.data);
  assert.deepEqual([body.type, png.width, png.height], ['image/png', 1_240, 1_604]);
  assert.ok(png.data.some((value) => value < 100), 'the text is drawn');
  assert.match(headers?.['content-security-policy'] ?? '', /default-src 'none'; sandbox/);
});

test('a page that is not there is refused', async () => {
  await using at = await stored('pdf', makePdf());
  await assert.rejects(servePreview(at.documents, at.file, 7), (caught) => isRefusal(caught, 'documents.no_preview'));
});

test('a broken PDF is refused and the process lives on', async () => {
  await using at = await stored('pdf', Buffer.from('%PDF-1.7\nnothing'));
  assert.equal(await pageCount(at.documents, at.file), 0);
  await assert.rejects(servePreview(at.documents, at.file, 1), (caught) => isRefusal(caught, 'documents.no_preview'));
});

test('a picture is shown as it is, and text is not shown', async () => {
  const bytes = makePng();
  await using picture = await stored('png', bytes);
  const { body } = await servePreview(picture.documents, picture.file);
  assert.ok(body.kind === 'bytes' && body.data instanceof Readable && body.disposition === 'inline');
  assert.deepEqual(await buffer(body.data), bytes);
  await using text = await stored('txt', Buffer.from('hola'));
  await assert.rejects(servePreview(text.documents, text.file), (caught) => isRefusal(caught, 'documents.no_preview'));
});

test('several pages at once wait for their turn and all come', async () => {
  await using at = await stored('pdf', makePdf());
  const answers = await Promise.all(Array.from({ length: 4 }, () => servePreview(at.documents, at.file, 1)));
  assert.ok(answers.every(({ body }) => body.kind === 'bytes'));
});
