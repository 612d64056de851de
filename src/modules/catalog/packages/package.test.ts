import assert from 'node:assert/strict';
import { crc32, deflateRawSync } from 'node:zlib';
import { test } from 'node:test';
import fc from 'fast-check';
import { packProcedure, unpackProcedure } from './package.ts';
import { readZip, writeZip } from './zip.ts';

const folder = { path: 'aduana-nacional/copias-simples', files: { 'procedure.yaml': 'id: á\n', 'flow.bpmn': '<x/>\n' } };

test('a procedure packed and unpacked is the same, and packs to the same bytes', () => {
  const packed = packProcedure(folder);
  assert.deepEqual(unpackProcedure(packed), { folder });
  assert.deepEqual(packProcedure({ ...folder, files: Object.fromEntries(Object.entries(folder.files).reverse()) }), packed);
});

test('any files go through a package unchanged', () => {
  const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}\.(yaml|txt|svg)$/);
  fc.assert(fc.property(fc.dictionary(name, fc.string({ maxLength: 2_000 }), { maxKeys: 10 }), (files) => {
    assert.deepEqual(unpackProcedure(packProcedure({ path: 'a/b', files })), { folder: { path: 'a/b', files: { ...files } } });
  }), { numRuns: 50 });
});

/** A package made by somebody who means harm: entries as they like, under a manifest that agrees with them. */
function forged(entries: readonly { readonly name: string; readonly text: string }[], manifest: Readonly<Record<string, unknown>> = {}): Buffer {
  const honest = { format: 'ventanilla.procedure', formatVersion: 1, id: 'a/b', files: [], ...manifest };
  return writeZip([{ name: 'manifest.json', bytes: Buffer.from(JSON.stringify(honest)) }, ...entries.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))]);
}

const listed = (name: string) => ({ files: [{ name, bytes: 1, sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' }] }); // of «x»

const bad: readonly (readonly [what: string, zip: Buffer, says: RegExp])[] = [
  ['no zip at all', Buffer.from('hola'), /no es un archivo \.zip/],
  ['nothing', Buffer.alloc(0), /no es un archivo \.zip/],
  ['no manifest', writeZip([{ name: 'a.yaml', bytes: Buffer.from('x') }]), /falta manifest\.json/],
  ['a manifest of something else', forged([], { format: 'otro' }), /no es de un trámite/],
  ['a newer format', forged([], { formatVersion: 2 }), /versión más nueva/],
  ['an id that leads elsewhere', forged([], { id: '../../etc' }), /no es el nombre de un trámite/],
  ['a manifest with holes', forged([], { files: [null] }), /está incompleto/],
  ['a path upwards', forged([{ name: '../a.yaml', text: 'x' }], listed('../a.yaml')), /«\.\.\/a\.yaml» no debería estar/],
  ['an absolute path', forged([{ name: '/etc/passwd.txt', text: 'x' }], listed('/etc/passwd.txt')), /no debería estar/],
  ['a path with a backslash', forged([{ name: 'a\\b.yaml', text: 'x' }], listed('a\\b.yaml')), /no debería estar/],
  ['a folder inside', forged([{ name: 'a/b.yaml', text: 'x' }], listed('a/b.yaml')), /no debería estar/],
  ['a program', forged([{ name: 'a.sh', text: 'x' }], listed('a.sh')), /no debería estar/],
  ['a file that the manifest does not name', forged([{ name: 'a.yaml', text: 'x' }]), /no debería estar/],
  ['a file that was changed', forged([{ name: 'a.yaml', text: 'y' }], listed('a.yaml')), /no es el que dice el índice/],
  ['a file that is missing', forged([], listed('a.yaml')), /falta «a\.yaml»/],
  ['the same name twice', forged([{ name: 'a.yaml', text: 'x' }, { name: 'a.yaml', text: 'x' }], listed('a.yaml')), /dos archivos «a\.yaml»/],
  ['a hundred and one files', writeZip(Array.from({ length: 101 }, (_, index) => ({ name: `${index}.txt`, bytes: Buffer.alloc(0) }))), /más de 100 archivos/],
];

for (const [what, zip, says] of bad) {
  test(`a package with ${what} is refused`, () => {
    const read = unpackProcedure(zip);
    assert.ok('reason' in read);
    assert.match(read.reason, says);
  });
}

/** A zip whose directory says what we like of one deflated entry. */
function lying(change: (central: Buffer, local: Buffer) => void, bytes = Buffer.alloc(1_000, 97)): Buffer {
  const zip = Buffer.from(writeZip([{ name: 'a.txt', bytes }]));
  change(zip.subarray(zip.lastIndexOf(Buffer.from('PK\x01\x02'))), zip);
  return zip;
}

const lies: readonly (readonly [what: string, zip: Buffer, says: RegExp])[] = [
  ['a bomb that says it is small', lying((central) => { central.writeUInt32LE(10, 24); }), /está dañado/],
  ['something that says it is huge', lying((central) => { central.writeUInt32LE(3_000_000, 24); }), /pasa de 2 MB/],
  ['something encrypted', lying((central) => { central.writeUInt16LE(1, 8); }), /está cifrado/],
  ['an unknown method', lying((central) => { central.writeUInt16LE(12, 10); }), /está dañado/],
  ['a wrong checksum', lying((central) => { central.writeUInt32LE(1, 16); }), /está dañado/],
  ['a place outside the file', lying((central) => { central.writeUInt32LE(0xfffffff0, 42); }), /está dañado/],
  ['a broken directory', lying((central) => { central[0] = 0; }), /índice está dañado/],
];

for (const [what, zip, says] of lies) {
  test(`a zip with ${what} is refused`, () => {
    const read = readZip(zip);
    assert.ok('reason' in read, 'it is refused');
    assert.match(read.reason, says);
  });
}

test('a bomb is stopped at its limit, not unpacked first', () => {
  const bomb = Buffer.alloc(50_000_000), packed = deflateRawSync(bomb);
  const small = lying((central) => { central.writeUInt32LE(crc32(bomb), 16); central.writeUInt32LE(packed.length, 20); central.writeUInt32LE(2_000_000, 24); }, bomb);
  const before = process.memoryUsage().arrayBuffers;
  assert.ok('reason' in readZip(small));
  assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000);
});

test('whatever bytes come, reading a zip never throws', () => {
  const honest = packProcedure(folder);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(honest.length - 1), fc.nat(255), (bytes, at, value) => {
    readZip(Buffer.from(bytes));
    const bent = Buffer.from(honest);
    bent[at] = value;
    unpackProcedure(bent);
  }), { numRuns: 400 });
});
