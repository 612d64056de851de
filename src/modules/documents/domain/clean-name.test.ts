import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanName, sayName } from './clean-name.ts';
import { fileKinds, isFileKind, type FileKind } from './kinds.ts';

const rows: readonly [written: string, kind: FileKind, kept: string][] = [
  ['carnet.pdf', 'pdf', 'carnet.pdf'],
  ['Cédula de Identidad.PDF', 'pdf', 'Cédula de Identidad.pdf'],
  ['foto.pdf', 'jpeg', 'foto.jpg'],
  ['foto.jpeg', 'jpeg', 'foto.jpeg'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['C:\\Users\\Ana\\mi carta.docx', 'docx', 'mi carta.docx'],
  ['..', 'pdf', 'archivo.pdf'],
  ['', 'png', 'archivo.png'],
  ['con.pdf', 'pdf', '_con.pdf'],
  ['a\u0000b.pdf', 'pdf', 'ab.pdf'],
  ['factura\u202efdp.exe', 'pdf', 'facturafdp.pdf'],
  ['.bashrc', 'txt', 'archivo.txt'],
  ['a<b>"c"?.csv', 'csv', 'a_b__c__.csv'],
  ['x'.repeat(500) + '.pdf', 'pdf', `${'x'.repeat(120)}.pdf`],
  ['N\u0303andu.pdf', 'pdf', 'Ñandu.pdf'],
];

for (const [written, kind, kept] of rows) {
  test(`${JSON.stringify(written.slice(0, 30))} as ${kind} is kept as ${kept.slice(0, 30)}`, () => assert.equal(cleanName(written, kind), kept));
}

const kinds = Object.keys(fileKinds).filter(isFileKind);

test('whatever the name, what is kept is one visible segment with the ending of its kind', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...kinds), (written, kind) => {
    const kept = cleanName(written, kind);
    assert.doesNotMatch(kept, /[/\\<>:"|?*]|[\p{Cc}\p{Cf}]/u);
    assert.ok(kept.isWellFormed());
    assert.ok([...kept].length <= 135 && !kept.startsWith('.') && kept.trim() === kept);
    assert.ok(fileKinds[kind].extensions.some((ending) => kept.endsWith(`.${ending}`)));
    assert.equal(cleanName(kept, kind), kept, 'cleaning again changes nothing');
    assert.doesNotMatch(sayName(written), /[\p{Cc}\u202e]/u);
  }));
});

test('a name of eighty thousand characters costs no more than a long one', () => {
  const before = process.cpuUsage();
  assert.equal(cleanName(`a${'.'.repeat(80_000)}b.pdf`, 'pdf'), 'a.pdf');
  assert.ok(process.cpuUsage(before).user < 1e6);
});
