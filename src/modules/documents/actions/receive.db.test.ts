import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { eicar, lacking, startClamd } from '#support/servers/index.ts';
import { adoptFiles, documentsModule, filesOf, findFile, receiveUpload, removeFile, serveDownload, servePreview, type Documents, type FileKind, type FilePart } from '../index.ts';
import { noteLoose, sweepLoose } from '../store/loose.ts';
import { cleanTemporary, temporaryPath } from '../store/temporary.ts';
import { makeDocx, makePdf, makePng } from '../test-files.ts';
import { rescan } from './rescan.ts';

const now = new Date('2026-11-20T14:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const entityId: EntityId = newId<'entity'>(now);
let database: FreshDatabase;
let dataFolder = '';
let documents: Documents;

const openWith = (environment: Record<string, string>): Documents => documentsModule({ config: { dataFolder, environment }, log: silentLog }).documents;

before(async () => {
  database = await freshDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-documents-'));
  documents = openWith({ CLAMD: 'no' });
});
after(async () => { await database.close(); await rm(dataFolder, { recursive: true }); });

const part = (filename: string, source: Readable | Buffer): FilePart =>
  ({ kind: 'file', name: 'carnet', filename, mimetype: 'application/octet-stream', stream: source instanceof Readable ? source : Readable.from([source]) });
const draft = (name: string) => ({ entityId, owner: `draft:${name}` as const, fieldId: 'carnet' });
const limits = (accept: readonly FileKind[] = ['pdf', 'png'], bytesMax = 100_000) => ({ accept, bytesMax });
const receive = (owner: string, filename: string, source: Readable | Buffer, rules = limits(), by = documents) =>
  receiveUpload(by, database.db, part(filename, source), draft(owner), rules, now);
const filesOnDisk = async () => (await readdir(join(dataFolder, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

test('a file is kept under its hash for nobody else to read, and comes back as it was', async () => {
  const bytes = makePdf();
  const file = await receive('d1', '../../Mi carta.PDF', bytes);
  assert.ok(file);
  assert.deepEqual([file.name, file.kind, file.bytes, file.scan, file.active], ['Mi carta.pdf', 'pdf', bytes.length, 'not_scanned', false]);
  const path = join(dataFolder, 'files', file.sha256.slice(0, 2), file.sha256.slice(2, 4), file.sha256);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.deepEqual(await findFile(database.db, entityId, file.id), file);
  const answer = await serveDownload(documents, file);
  assert.ok(answer.body.kind === 'bytes' && answer.body.data instanceof Readable);
  assert.equal(answer.body.disposition, 'attachment');
  assert.match(answer.headers?.['content-security-policy'] ?? '', /sandbox/);
  assert.equal(answer.headers?.['x-content-type-options'], 'nosniff');
  assert.deepEqual(await buffer(answer.body.data), bytes);
});

test('who has uploaded a gigabyte and sent nothing has to send or throw away first; others do not', async () => {
  const [one, other] = [newId<'person'>(now), newId<'person'>(now)];
  const upload = (owner: string, personId: typeof one) => receiveUpload(documents, database.db, part('carta.pdf', makePdf()), { ...draft(owner), personId }, limits(), now);
  const file = await upload('lleno', one);
  await database.db.rows('update documents.file set bytes = 999999900 where id = $1', [file?.id]);
  await assert.rejects(upload('otro-suyo', one), (caught) => isRefusal(caught, 'documents.drafts_full') && caught.message.includes('1 GB'));
  assert.ok(await upload('de-otra', other));
  await database.db.transaction((tx) => adoptFiles(tx, entityId, 'draft:lleno', 'case:lleno', file ? [file.id] : []));
  assert.ok(await upload('otro-suyo', one), 'what was handed in counts no more');
});

const broken = () => new Readable({ read() { this.push(Buffer.alloc(500, 'x')); this.destroy(new Error('Unexpected end of multipart data')); } });
const cutOff = () => Object.assign(Readable.from([makePdf()]), { truncated: true });

const refused: readonly [what: string, filename: string, source: () => Readable | Buffer, code: string, accept?: readonly FileKind[]][] = [
  ['an empty file', 'vacio.pdf', () => Buffer.alloc(0), 'empty'],
  ['a file beyond the limit', 'grande.pdf', () => Buffer.concat([makePdf(), Buffer.alloc(100_000)]), 'too_big'],
  ['a file that breaks off', 'roto.pdf', broken, 'broken_off'],
  ['a file that the server cut off', 'cortado.pdf', cutOff, 'too_big'],
  ['a program named as a PDF', 'factura.pdf', () => Buffer.from('MZ\x90\0\x03', 'latin1'), 'not_accepted'],
  ['a picture where only PDF is taken', 'foto.pdf', () => makePng(), 'not_accepted', ['pdf']],
  ['an encrypted PDF', 'secreto.pdf', () => makePdf({ trailer: '/Encrypt 9 0 R' }), 'encrypted'],
  ['a picture of billions of dots', 'enorme.png', () => makePng(2, 2, { width: 90_000, height: 90_000 }), 'too_many_pixels'],
  ['a document that unpacks to gigabytes', 'bomba.docx', () => makeDocx({ name: 'x', claimedBytes: 4_000_000_000 }), 'bomb', ['docx']],
];

for (const [what, filename, source, code, accept] of refused) {
  test(`${what} is refused with a sentence, and nothing of it stays`, async () => {
    const before = (await filesOnDisk()).length;
    await assert.rejects(receive('refused', filename, source(), limits(accept)), (caught) => isRefusal(caught, `documents.${code}`) && caught.message.includes(filename.replace(/\.\w+$/, '')));
    assert.equal((await filesOnDisk()).length, before);
    assert.deepEqual(await filesOf(database.db, entityId, 'draft:refused'), []);
  });
}

test('where no file was chosen there is none, and no refusal', async () => assert.equal(await receive('d2', '', Buffer.alloc(0)), undefined));

test('a refused part is read to its end, so that the next can come', async () => {
  const stream = Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(10_000)));
  await assert.rejects(receive('d2', 'a.pdf', stream));
  assert.ok(stream.readableEnded);
});

test('a program disguised by a right-to-left mark shows its true name', async () => {
  const file = await receive('d3', 'carta\u202efdp.exe', makePdf());
  assert.equal(file?.name, 'cartafdp.pdf');
});

test('a PDF with a script is kept, and marked', async () => {
  const file = await receive('d3', 'guion.pdf', makePdf({ catalog: '/OpenAction<</S/JavaScript/JS(1)>>' }));
  assert.equal(file?.active, true);
});

test('the same bytes twice are stored once, and stay until the last file goes', async () => {
  const bytes = makePng(3, 3);
  const first = await receive('d4', 'a.png', bytes);
  const second = await receive('d5', 'b.png', bytes);
  assert.ok(first && second);
  await removeFile(database.db, entityId, 'draft:d4', first.id, now);
  await sweepLoose(database.db, documents.store, later(2));
  assert.equal(await documents.store.has(first.sha256), true);
  await removeFile(database.db, entityId, 'draft:d5', second.id, now);
  await sweepLoose(database.db, documents.store, later(4));
  assert.equal(await documents.store.has(first.sha256), false);
});

test('the same bytes for the same field of a draft are one file, even when they come four times at once', async () => {
  const bytes = makePng(9, 9), came = await Promise.all([1, 2, 3, 4].map(() => receive('twice', 'a.png', bytes)));
  assert.equal(new Set(came.map((file) => file?.id)).size, 1);
  assert.equal((await filesOf(database.db, entityId, 'draft:twice')).length, 1);
  assert.notEqual((await receive('another', 'a.png', bytes))?.id, came[0]?.id);
});

test('a file of a case stays; a file of another draft is not found', async () => {
  const file = await receive('d6', 'a.pdf', makePdf({ objects: '% d6\n' }));
  assert.ok(file);
  const adopt = (from: `draft:${string}`, to: `case:${string}`) => database.db.transaction((tx) => adoptFiles(tx, entityId, from, to, [file.id]));
  await assert.rejects(adopt('draft:other', 'case:c2'), (caught) => isRefusal(caught, 'documents.not_found'));
  await assert.rejects(removeFile(database.db, entityId, 'draft:other', file.id, now), (caught) => isRefusal(caught, 'documents.not_found'));
  await adopt('draft:d6', 'case:c1');
  await adopt('draft:d6', 'case:c1');
  await assert.rejects(removeFile(database.db, entityId, 'case:c1', file.id, now), (caught) => isRefusal(caught, 'documents.kept'));
  assert.equal((await filesOf(database.db, entityId, 'case:c1')).length, 1);
});

test('what a draft has besides its answers goes when it is submitted', async () => {
  const [kept, taken] = [await receive('d7', 'a.pdf', makePdf({ objects: '% d7\n' })), await receive('d7', 'b.png', makePng(7, 7))];
  assert.ok(kept && taken);
  await database.db.transaction((tx) => adoptFiles(tx, entityId, 'draft:d7', 'case:c7', [kept.id]));
  assert.deepEqual(await filesOf(database.db, entityId, 'draft:d7'), []);
  assert.deepEqual((await filesOf(database.db, entityId, 'case:c7')).map(({ id }) => id), [kept.id]);
  await sweepLoose(database.db, documents.store, later(24));
  assert.deepEqual([await documents.store.has(taken.sha256), await documents.store.has(kept.sha256)], [false, true]);
});

test('bytes that were put by a process that died before its row are swept, within the hour left alone', async () => {
  const sha256 = 'ab'.repeat(32);
  const path = temporaryPath(documents.temporaryFolder);
  await writeFile(path, 'x');
  await noteLoose(database.db, sha256, now);
  await documents.store.put(sha256, path);
  await sweepLoose(database.db, documents.store, later(0.5));
  assert.equal(await documents.store.has(sha256), true);
  await sweepLoose(database.db, documents.store, later(2));
  assert.equal(await documents.store.has(sha256), false);
});

test('uploads of the same bytes while they are swept never lose them', async () => {
  const bytes = makePng(5, 5);
  for (let round = 0; round < 10; round++) {
    const file = await receive(`r${round}`, 'a.png', bytes);
    assert.ok(file);
    await removeFile(database.db, entityId, `draft:r${round}`, file.id, later(-5));
    const [kept] = await Promise.all([receive(`k${round}`, 'a.png', bytes), sweepLoose(database.db, documents.store, later(1.001)), sweepLoose(database.db, documents.store, later(0.9))]);
    assert.ok(kept && await documents.store.has(kept.sha256));
  }
});

test('an upload whose process is killed leaves nothing after the next start', async () => {
  const script = `
    import { Readable } from 'node:stream';
    import { writeStream } from '#modules/documents/actions/write-stream.ts';
    import { temporaryPath } from '#modules/documents/store/temporary.ts';
    const endless = new Readable({ read() { setTimeout(() => { this.push(Buffer.alloc(1_000)); }, 5); } });
    setTimeout(() => console.log('writing'), 100);
    await writeStream(endless, temporaryPath(process.argv[1]), 1e9, 'x');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, documents.temporaryFolder], { cwd: new URL('../../../../', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  assert.equal(await cleanTemporary(documents.temporaryFolder, new Date()), 0, 'a living process keeps its file');
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(await cleanTemporary(documents.temporaryFolder, new Date()), 1);
  assert.deepEqual(await readdir(documents.temporaryFolder), []);
});

test('clamd refuses what is infected, also inside an office document, and passes the rest', { skip: lacking('clamd') }, async () => {
  const clamd = await startClamd();
  const withClamd = openWith({ CLAMD: `${clamd.host}:${clamd.port}` });
  try {
    assert.equal((await withClamd.scanner.health()).state, 'working');
    assert.equal((await receive('s1', 'limpio.pdf', makePdf(), limits(), withClamd))?.scan, 'clean');
    for (const [name, bytes] of [['eicar.txt', eicar], ['eicar.docx', makeDocx({ name: 'word/media/x.txt', body: eicar.toString('latin1') })]] as const) {
      await assert.rejects(receive('s1', name, bytes, limits(['txt', 'docx']), withClamd), (caught) => isRefusal(caught, 'documents.infected'));
    }
    assert.equal((await filesOf(database.db, entityId, 'draft:s1')).length, 1);
  } finally { await clamd.stop(); }
});

test('without clamd files come in as not scanned; when it is back they are scanned, and an infected one is withheld', { skip: lacking('clamd') }, async () => {
  const gone = openWith({ CLAMD: '127.0.0.1:9' });
  const { state, note } = await gone.scanner.health();
  assert.equal(state, 'unreachable');
  assert.match(note, /no responde/);
  const bad = await receive('s2', 'eicar.txt', eicar, limits(['txt']), gone);
  assert.equal(bad?.scan, 'not_scanned');
  const clamd = await startClamd();
  try {
    await rescan(openWith({ CLAMD: `${clamd.host}:${clamd.port}` }), database.db);
  } finally { await clamd.stop(); }
  const files = await filesOf(database.db, entityId, 'draft:s2');
  assert.deepEqual(files.map(({ scan }) => scan), ['infected']);
  const [infected] = files;
  assert.ok(infected);
  await assert.rejects(serveDownload(documents, infected), (caught) => isRefusal(caught, 'documents.withheld'));
  await assert.rejects(servePreview(documents, infected), (caught) => isRefusal(caught, 'documents.no_preview'));
});

test('an antivirus that accepts and never answers counts as absent', async () => {
  const server = createServer((socket) => { socket.resume(); setTimeout(() => socket.destroy(), 50); }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  const file = await receive('s3', 'a.pdf', makePdf({ objects: '% s3\n' }), limits(), openWith({ CLAMD: `127.0.0.1:${address.port}` }));
  assert.equal(file?.scan, 'not_scanned');
  server.close();
});

test('a wrong CLAMD is refused with its value', () => assert.throws(() => openWith({ CLAMD: 'whatever' }), (caught) => isRefusal(caught, 'documents.bad_clamd')));
