import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { hiddenIn, makeDocx, makeJpeg, makeOds, makeOdt, makePdf, makePng, makeXlsx, makeZip } from '../test-files.ts';
import { acceptedKind, detect, type Detected } from './detect.ts';

let folder = '';
before(async () => { folder = await mkdtemp(join(tmpdir(), 'ventanilla-detect-')); });
after(() => rm(folder, { recursive: true }));

async function detectBytes(bytes: Buffer): Promise<Detected> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return detect(path);
}

const plain = (kind: string) => ({ kind, isActive: false });
const active = (kind: string) => ({ kind, isActive: true });
const webp = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'), Buffer.from([0x63, 0, 0, 0x31, 0, 0]), Buffer.alloc(20)]);

const rows: readonly [name: string, bytes: Buffer, expected: object][] = [
  ['a PDF', makePdf(), plain('pdf')],
  ['a PDF that runs a script', makePdf({ catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }), active('pdf')],
  ['a PDF whose script has its name disguised', makePdf({ catalog: '/OpenAction<</S/#4aavaScript/#4aS(1)>>' }), active('pdf')],
  ['a PDF whose script hides in an object stream', makePdf({ objects: hiddenIn('<</S/Launch/F(calc.exe)>>') }), active('pdf')],
  ['a PDF with an embedded file', makePdf({ catalog: '/Names<</EmbeddedFiles 9 0 R>>' }), active('pdf')],
  ['an encrypted PDF', makePdf({ trailer: '/Encrypt 9 0 R' }), { problem: 'encrypted' }],
  ['a PNG', makePng(), plain('png')],
  ['a PNG that claims to be huge', makePng(2, 2, { width: 60_000, height: 60_000 }), { problem: 'too_many_pixels', width: 60_000, height: 60_000 }],
  ['a PNG without height', makePng(2, 2, { width: 1, height: 0 }), { problem: 'unknown' }],
  ['a JPEG', makeJpeg(), plain('jpeg')],
  ['a JPEG that claims to be huge', makeJpeg(65_000, 65_000), { problem: 'too_many_pixels', width: 65_000, height: 65_000 }],
  ['a WebP', webp, plain('webp')],
  ['an ODT', makeOdt(), plain('odt')],
  ['an ODS', makeOds(), plain('ods')],
  ['a DOCX', makeDocx(), plain('docx')],
  ['a DOCX with macros', makeDocx({ name: 'word/vbaProject.bin', body: 'x' }), active('docx')],
  ['an XLSX', makeXlsx(), plain('xlsx')],
  ['a DOCX with a password inside the zip', makeDocx({ name: 'x', body: 'x', isEncrypted: true }), { problem: 'encrypted' }],
  ['a DOCX that unpacks to gigabytes', makeDocx({ name: 'x', body: 'x', claimedBytes: 4_000_000_000 }), { problem: 'bomb' }],
  ['a DOCX whose entry climbs out', makeDocx({ name: '../../evil', body: 'x' }), { problem: 'unknown' }],
  ['a plain zip', makeZip([{ name: 'a.txt', body: 'x' }]), { problem: 'unknown' }],
  ['a zip cut off', makeDocx().subarray(0, 60), { problem: 'unknown' }],
  ['text', Buffer.from('Señor Director:\r\n'), plain('txt')],
  ['text of an old program', Buffer.from('Se\xf1or', 'latin1'), plain('txt')],
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), { problem: 'unknown' }],
  ['an SVG with a script', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), { problem: 'unknown' }],
];

for (const [name, bytes, expected] of rows) {
  test(`${name} is told by its content`, async () => assert.deepEqual(await detectBytes(bytes), expected));
}

test('a script far inside a large PDF is found across windows', async () => {
  const bytes = makePdf({ objects: `6 0 obj<</Length 3000000>>stream\n${'x'.repeat(3_000_000)}\nendstream endobj\n${hiddenIn('<</S/JavaScript/JS(1)>>')}` });
  assert.deepEqual(await detectBytes(bytes), active('pdf'));
});

test('object streams that unpack to gigabytes together cost seconds at most', async () => {
  const bomb = deflateSync(Buffer.alloc(7_900_000, '/')), bytes = makePdf({ objects: `${'/ObjStm '.repeat(240)}stream\n${bomb.toString('latin1')}` });
  const before = process.cpuUsage();
  assert.deepEqual(await detectBytes(bytes), plain('pdf'));
  assert.ok(process.cpuUsage(before).user < 5e6);
});

test('no bytes make it throw', async () => {
  const heads = [makePdf(), makePng(), makeJpeg(), makeDocx(), webp];
  await fc.assert(fc.asyncProperty(fc.constantFrom(...heads), fc.nat(200), fc.uint8Array({ maxLength: 80 }), async (head, at, noise) => {
    const bytes = Buffer.concat([head.subarray(0, at % head.length), noise, head.subarray((at + noise.length) % head.length)]);
    const found = await detectBytes(bytes);
    assert.ok('kind' in found || 'problem' in found);
  }), { numRuns: 150 });
});

const accepted: readonly [string, string, readonly ('txt' | 'csv' | 'pdf')[], string | undefined][] = [
  ['txt', 'lista.csv', ['txt', 'csv'], 'csv'], ['txt', 'nota.txt', ['csv', 'txt'], 'txt'], ['txt', 'lista.csv', ['txt'], 'txt'],
  ['txt', 'lista', ['csv'], 'csv'], ['txt', 'x.pdf', ['pdf'], undefined], ['pdf', 'x.csv', ['pdf'], 'pdf'], ['pdf', 'x.txt', ['txt'], undefined],
];
for (const [kind, name, accept, expected] of accepted) {
  test(`${kind} named ${name} where ${accept.join(', ')} is accepted: ${expected}`, () => assert.equal(acceptedKind(kind as 'txt' | 'pdf', name, accept), expected));
}
