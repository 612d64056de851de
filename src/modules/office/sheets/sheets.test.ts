import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { isRefusal } from '#kernel/errors/index.ts';
import { readSheets, writeSheets } from '../actions/sheets.ts';
import type { Cell, Sheet, SheetFormat } from '../domain/sheet.ts';
import { sheetNames } from '../domain/sheet-names.ts';
import { cleanText } from '../xml/clean-text.ts';
import { readCsv } from './csv.ts';
import { decodeSheets } from './decode.ts';
import { encodeSheets } from './encode.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map(cleanText);
const word = fc.constantFrom('Ítem', 'Año', '=2+2', '-5', '@a', "'=x", "''+", 'a;b', 'con, coma', '"comillas"', 'dos\nlíneas', '  espacios  ', '007', 'VERDADERO', '_x0041_', '<b>&amp;');
const filled = (one: string): boolean => one !== '' && one.trim() === one;
const heads = fc.uniqueArray(fc.oneof(text.filter(filled), word.filter(filled)), { minLength: 1, maxLength: 5 });
const cell: fc.Arbitrary<Cell> = fc.oneof(text, word, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)), fc.boolean(), fc.constant(null), fc.constant('2026-11-20'));
const sheets: fc.Arbitrary<Sheet> = heads.chain((head) => fc.record({
  name: fc.constantFrom('Trámites', 'Metas 2026'), head: fc.constant(head),
  rows: fc.array(fc.tuple(fc.constant('lleno'), ...head.slice(1).map(() => cell)), { maxLength: 6 }),
}));

// An empty text and no value are the same in a file.
const empty = (one: Cell): Cell => (one === '' ? null : one);
// A CSV says words: those that read as a number or a truth become one, and line ends are what they are.
const said = (one: Cell): string => (one === true ? 'VERDADERO' : one === false ? 'FALSO' : String(one ?? ''));

for (const format of ['ods', 'xlsx'] as const) {
  test(`what is written as ${format} is read as it was`, async () => {
    await fc.assert(fc.asyncProperty(sheets, async (sheet) => {
      const [read] = await decodeSheets({ name: `a.${format}`, bytes: await encodeSheets([sheet], format) });
      assert.deepEqual(read, { ...sheet, rows: sheet.rows.map((row) => row.map(empty)) });
    }), { numRuns: 150 });
  });
}

test('what is written as csv is read with the same words', async () => {
  await fc.assert(fc.asyncProperty(sheets, async (sheet) => {
    const [read] = await decodeSheets({ name: `${sheet.name}.csv`, bytes: await encodeSheets([sheet], 'csv') });
    assert.deepEqual([read?.name, read?.head, read?.rows.map((row) => row.map(said))], [sheet.name, sheet.head, sheet.rows.map((row) => row.map(said))]);
  }), { numRuns: 300 });
});

test('equal sheets give equal bytes', async () => {
  const sheet: Sheet = { name: 'Trámites', head: ['Nombre', 'Casos'], rows: [['Copias', 12], ['Licencia', null]] };
  for (const format of ['ods', 'xlsx', 'csv'] as const) assert.deepEqual(await writeSheets([sheet], format), await writeSheets([sheet], format), format);
});

test('a formula in a CSV is a text for whoever opens it', async () => {
  const csv = (await encodeSheets([{ name: 'a', head: ['x'], rows: [['=CMD()'], ['+1'], ['-a'], ['@b'], ['\t=c'], [-5]] }], 'csv')).toString();
  assert.equal(csv, "\ufeffx\r\n'=CMD()\r\n'+1\r\n'-a\r\n'@b\r\n\"'\t=c\"\r\n-5\r\n");
});

//  what the file says                                   what is read of it
const written: readonly (readonly [string | Buffer, readonly (readonly Cell[])[]])[] = [
  ['a;b\n1,5;sí\n', [['a', 'b'], [1.5, 'sí']]],
  ['a\tb\r\n1\t2\r\n', [['a', 'b'], [1, 2]]],
  ['a,b\n"1,5",x', [['a', 'b'], ['1,5', 'x']]],
  ['sep=;\r\na,b;c\r\n', [['a,b', 'c']]],
  ['\ufeffaño,n.º\n2026,', [['año', 'n.º'], [2026, null]]],
  [Buffer.from('a\xf1o;tr\xe1mite\r\n2026;\x80\r\n', 'latin1'), [['año', 'trámite'], [2026, '€']]],
  [Buffer.from('\ufeffaño\t1\r\n', 'utf16le'), [['año', '1']]],
  ['código,nit\n007,1234567890123456789\n', [['código', 'nit'], ['007', '1234567890123456789']]],
  ['a,b\n"una ""cita"" con\nlínea",verdadero\n', [['a', 'b'], ['una "cita" con\nlínea', true]]],
  ['a\n"sin cerrar', [['a'], ['sin cerrar']]],
];
for (const [given, rows] of written) {
  test(`a CSV that says ${JSON.stringify(String(given)).slice(0, 50)}`, () => assert.deepEqual(readCsv(Buffer.from(given), 100), rows));
}

test('names of sheets fit every program', () => {
  assert.deepEqual(sheetNames(['Trámites', 'trámites', 'a/b[c]', '', 'History', "'x'"]), ['Trámites', 'trámites (2)', 'a b c', 'Hoja 4', 'History 1', 'x']);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 8 }), (names) => {
    const made = sheetNames(names);
    assert.equal(new Set(made.map((name) => name.toLowerCase())).size, names.length);
    assert.ok(made.every((name) => name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name)));
  }));
});

const xml = (body: string): Uint8Array => Buffer.from(`<?xml version="1.0"?>${body}`);
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xlsx = (rows: string, more: Zippable = {}): Buffer => Buffer.from(zipSync({
  '[Content_Types].xml': xml('<Types/>'),
  '_rels/.rels': xml(`<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
  'xl/workbook.xml': xml(`<workbook xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`),
  'xl/_rels/workbook.xml.rels': xml(`<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
  'xl/worksheets/sheet1.xml': xml(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), ...more,
}));
const ods = (rows: string): Buffer => Buffer.from(zipSync({ mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': xml(`<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`) }));

/** The same zip, whose directory tells another size for each of its entries. */
function lying(zip: Buffer, bytes: number): Buffer {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')) copy.writeUInt32LE(bytes, at + 24);
  return copy;
}

const plain = xlsx('<row><c><v>1</v></c></row>');
const bomb = xlsx('', { 'xl/media/a.bin': new Uint8Array(66_000_000) });

//  the file                                                                     what it is refused with
const refused: readonly (readonly [what: string, bytes: Buffer, code: string])[] = [
  ['nothing at all', Buffer.alloc(0), 'not_a_sheet'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'not_a_sheet'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_a_sheet'],
  ['a zip of something else', Buffer.from(zipSync({ 'a.txt': Buffer.from('a') })), 'not_a_sheet'],
  ['an old or protected workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'old_format'],
  ['half a workbook', plain.subarray(0, plain.length / 2), 'broken_sheet'],
  ['a workbook without its parts', Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>') })), 'broken_sheet'],
  ['a bomb that says so', bomb, 'bomb'],
  ['a directory that promises a gigabyte', lying(plain, 1_000_000_000), 'bomb'],
  ['a bomb that hides it', lying(bomb, 1_000), 'bomb'],
  ['two thousand entries', Buffer.from(zipSync(Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`xl/${at}`, new Uint8Array()])))), 'bomb'],
  ['too many rows', ods(`<table:table-row table:number-rows-repeated="60000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`), 'sheet_too_large'],
  ['a row that is repeated without end', ods(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>`), 'broken_sheet'],
  ['too many columns', Buffer.from(`${'a,'.repeat(600)}b\n`), 'sheet_too_large'],
  ['too many bytes', Buffer.alloc(20_000_001, 'a,'), 'sheet_too_large'],
];
for (const [what, bytes, code] of refused) {
  test(`${what} is refused at once, by name`, async () => {
    const start = performance.now();
    await assert.rejects(decodeSheets({ name: 'archivo', bytes }), (caught) => isRefusal(caught, `office.${code}`) || assert.fail(String(caught)));
    // Most take a thousandth of this; a machine that does much else may take longer, but a bomb would take minutes.
    assert.ok(performance.now() - start < 3_000, `took ${Math.round(performance.now() - start)} ms`);
  });
}

test('what is between two cells in far corners is paid by another process, and its refusal comes back', async () => {
  const manyCells = xlsx(`<row r="1"><c r="A1"><v>1</v></c></row><row r="50000"><c r="GA50000"><v>2</v></c></row>`);
  await assert.rejects(readSheets({ name: 'esquinas.xlsx', bytes: manyCells }), (caught) => isRefusal(caught, 'office.sheet_too_large'));
});

test('answers large and small come back whole from several processes at once', async () => {
  const large: Sheet = { name: 'a', head: ['x', 'y'], rows: Array.from({ length: 20_000 }, (_, at) => [at, `fila ${at}`]) };
  const files = await Promise.all([writeSheets([large], 'csv'), writeSheets([large], 'csv'), writeSheets([large], 'ods')]);
  const read = await Promise.all(files.map((bytes) => readSheets({ name: 'a.x', bytes })));
  for (const [sheet] of read) assert.deepEqual(sheet, large);
});

test('several sheets do not fit into a CSV', async () => {
  const one: Sheet = { name: 'a', head: ['x'], rows: [] };
  await assert.rejects(writeSheets([one, one], 'csv'), (caught) => isRefusal(caught, 'office.one_sheet'));
  const both = await readSheets({ name: 'a.ods', bytes: await writeSheets([one, one], 'ods' satisfies SheetFormat) });
  assert.deepEqual(both.map(({ name }) => name), ['a', 'a (2)']);
});
