import { deflateRawSync, crc32, deflateSync } from 'node:zlib';

/** Small real files, made by hand, for the tests of this module. */

/** A PDF of one page, with further objects (each `n 0 obj … endobj`) and trailer entries. */
export function makePdf({ objects = '', catalog = '', trailer = '' } = {}): Buffer {
  const content = 'BT /F1 24 Tf 72 700 Td (Hola) Tj ET';
  const parts = [
    '%PDF-1.7\n',
    `1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj\n`,
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n',
    `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n`,
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n',
    objects,
  ];
  const body = parts.join('');
  const offsets = [1, 2, 3, 4, 5].map((number) => String(body.indexOf(`${number} 0 obj`)).padStart(10, '0'));
  const xref = `xref\n0 6\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
  return Buffer.from(`${body}${xref}trailer<</Size 6/Root 1 0 R${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/** An object stream that hides a dictionary, as PDF 1.5 allows. */
export function hiddenIn(dictionary: string): string {
  const packed = deflateSync(Buffer.from(`9 0 ${dictionary}`, 'latin1'));
  return `8 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed.toString('latin1')}\nendstream endobj\n`;
}

/** A PNG of one colour whose header may claim another size than it has. */
export function makePng(width = 2, height = 2, claimed = { width, height }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed.width, 0);
  header.writeUInt32BE(claimed.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3), 0x7f);
  for (let row = 0; row < height; row++) rows[row * (1 + width * 3)] = 0;
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The head of a JPEG of a size; enough for whoever reads only headers. */
export function makeJpeg(width = 4, height = 3): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1'), frame, Buffer.from([0xff, 0xd9])]);
}

/** One entry of a zip; `claimedBytes` is what its header says it unpacks to. */
export type Entry = { readonly name: string; readonly body?: string; readonly isStored?: boolean; readonly isEncrypted?: boolean; readonly claimedBytes?: number };

/** A zip with these entries, made by hand so that its headers can lie. */
export function makeZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const plain = Buffer.from(entry.body ?? '');
    const packed = entry.isStored ? plain : deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.isEncrypted ? 1 : 0, 2);
    common.writeUInt16LE(entry.isStored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.claimedBytes ?? plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const odf = (type: string): Entry => ({ name: 'mimetype', body: `application/vnd.oasis.opendocument.${type}`, isStored: true });
const ooxml: Entry = { name: '[Content_Types].xml', body: '<Types/>' };

/** A text of LibreOffice, with further entries. */
export const makeOdt = (...more: readonly Entry[]): Buffer => makeZip([odf('text'), { name: 'content.xml', body: '<x/>' }, ...more]);
/** A sheet of LibreOffice. */
export const makeOds = (): Buffer => makeZip([odf('spreadsheet'), { name: 'content.xml', body: '<x/>' }]);
/** A text of Word, with further entries. */
export const makeDocx = (...more: readonly Entry[]): Buffer => makeZip([ooxml, { name: 'word/document.xml', body: '<x/>' }, ...more]);
/** A sheet of Excel. */
export const makeXlsx = (): Buffer => makeZip([ooxml, { name: 'xl/workbook.xml', body: '<x/>' }]);
