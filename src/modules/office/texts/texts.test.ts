import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXml } from 'hucre/xml';
import { Bug, isRefusal } from '#kernel/errors/index.ts';
import { markupFaults } from '#support/markup.ts';
import { everyBlock } from '../fixtures/text.ts';
import { textAnswer, textFile, textFormats, textPage, type Block, type OfficeText } from '../index.ts';
import { columnShares } from './columns.ts';
import { encodeText } from './encode.ts';

const plain = (blocks: readonly Block[]): OfficeText => ({ ...everyBlock, blocks });
const partsOf = (file: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
const wordsOf = (xml: string): string => xml.replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll(/&(?:apos|#39);/g, "'").replaceAll('&amp;', '&');

const saidEverywhere = ['Informe de prueba', 'Con <todas> sus partes & señales', 'Aduana Nacional', '20 de noviembre de 2026', 'P-2026-1', 'Borrador', '1. Presentación', 'se compromete', '<b>#x</b> *y* $z$ @w.',
  'Por completar.', 'Falta el marco institucional.', 'Atender en línea', 'Segundo', '1 de diciembre de 2026', 'Cuadro 1. Plan de acción', 'Medición', 'Fuente: Planificación', 'Gráfico 1. Avance por área'];

test('the page, the ODT and the DOCX say the same words', async () => {
  const odt = partsOf(await encodeText(everyBlock, 'odt')), docx = partsOf(await encodeText(everyBlock, 'docx'));
  const told = { page: wordsOf(String(textPage(everyBlock))), odt: wordsOf(`${odt['content.xml']}${odt['styles.xml']}`), docx: wordsOf(`${docx['word/document.xml']}`) };
  for (const [format, words] of Object.entries(told)) for (const one of saidEverywhere) assert.ok(words.includes(one), `${format} says «${one}»`);
});

test('the page has one h1, good markup, and words for its picture', async () => {
  const main = textPage(everyBlock), markup = String(main);
  assert.deepEqual(await markupFaults({ title: 'Informe', main }), []);
  assert.equal(markup.match(/<h1/g)?.length, 1);
  assert.match(markup, /<h2 class="govuk-heading-m" id="seccion-1">1\. Presentación<\/h2>/);
  assert.match(markup, /role="img" aria-label="La tercera área es la más avanzada\."><svg/);
  assert.match(markup, /href="https:\/\/ejemplo\.bo\/a\?b=1&amp;c=2"/);
  assert.match(markup, /href="\/plan"/);
  assert.doesNotMatch(markup, /javascript:/);
});

test('an ODT is a package as the standard wants it', async () => {
  const file = await encodeText(everyBlock, 'odt'), parts = partsOf(file);
  assert.equal(file.toString('latin1', 30, 38), 'mimetype');
  assert.equal(file.readUInt16LE(8), 0, 'stored as it is');
  assert.equal(file.toString('latin1', 38, 38 + 39), 'application/vnd.oasis.opendocument.text');
  const listed = [...(parts['META-INF/manifest.xml'] ?? '').matchAll(/full-path="([^"]+)"/g)].map(([, path]) => path).filter((path) => path !== '/');
  assert.deepEqual(listed.toSorted(), Object.keys(parts).filter((path) => path !== 'mimetype' && path !== 'META-INF/manifest.xml').toSorted());
  for (const [path, xml] of Object.entries(parts)) if (path.endsWith('.xml')) assert.doesNotThrow(() => readXml(xml), path);
  const content = parts['content.xml'] ?? '';
  assert.deepEqual([...content.matchAll(/outline-level="(\d)"><text:bookmark-start/g)].map(([, level]) => level), ['1', '2', '3', '4']);
  assert.match(content, /<table:table-header-rows>.*<svg:desc>La tercera área es la más avanzada\.<\/svg:desc>/s);
  assert.match(parts['meta.xml'] ?? '', /<dc:title>Informe de prueba<\/dc:title>.*<dc:language>es-BO<\/dc:language>/s);
  const styles = new Set([...content.matchAll(/(?:text|table|draw):style-name="([^"]+)"/g)].map(([, name]) => name)), known = `${content}${parts['styles.xml']}`;
  assert.deepEqual([...styles].filter((name) => !known.includes(`style:name="${name}"`)), [], 'every look is defined');
});

test('a DOCX knows its headings, its contents, its heads and its pictures', async () => {
  const parts = partsOf(await encodeText(everyBlock, 'docx')), body = parts['word/document.xml'] ?? '';
  for (const [path, xml] of Object.entries(parts)) if (/^word\/(document|styles|footer\d|numbering)\.xml$/.test(path)) assert.doesNotThrow(() => readXml(xml), path);
  assert.deepEqual([...body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, style]) => style), ['Heading1', 'Heading2', 'Heading3', 'Heading4']);
  assert.match(body, /<w:tblHeader\/>/);
  assert.match(body, /TOC \\h \\o (?:&quot;|")1-3/);
  assert.match(body, /<wp:docPr[^>]*descr="La tercera área es la más avanzada\."/);
  assert.deepEqual(Object.keys(parts).filter((path) => path.startsWith('word/media/')).map((path) => path.replace(/.*\./, '')).toSorted(), ['png', 'svg']);
  assert.match(parts['word/styles.xml'] ?? '', /w:lang w:val="es-BO"/);
  assert.match(Object.entries(parts).find(([path]) => /footer\d\.xml$/.test(path))?.[1] ?? '', /Código P-2026-1.*PAGE.*NUMPAGES/s);
});

test('letters with an edge painted first stay readable where no order of painting is known', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text fill="#000" stroke="#ffffff" stroke-width="3" paint-order="stroke">Año</text><rect stroke="#000"/></svg>', figure = plain([{ kind: 'figure', svg, narrow: '<svg><text>Estrecho</text></svg>', caption: 'a', alt: 'a' }]);
  assert.match(partsOf(await encodeText(figure, 'odt'))['Pictures/grafico-1.svg'] ?? '', /<text fill="#000">Año<\/text><rect stroke="#000"\/>/);
  assert.match(String(textPage(figure)), /paint-order="stroke".*app-figure__narrow.*Estrecho/s);
});

test('a long DOCX has its contents numbered by the program that opens it', async () => {
  const long = plain([{ kind: 'heading', level: 1, text: 'Uno' }, { kind: 'table', caption: 'a', head: ['a'], rows: Array.from({ length: 600 }, () => ['b']) }]);
  assert.match(partsOf(await encodeText(long, 'docx'))['word/document.xml'] ?? '', /w:dirty="true"/);
  assert.doesNotMatch(partsOf(await encodeText(everyBlock, 'docx'))['word/document.xml'] ?? '', /w:dirty="true"/);
});

test('the links of a file lead out of it, and nowhere else', async () => {
  const odt = partsOf(await encodeText(everyBlock, 'odt'))['content.xml'] ?? '', docx = partsOf(await encodeText(everyBlock, 'docx'))['word/_rels/document.xml.rels'] ?? '';
  assert.deepEqual([...odt.matchAll(/xlink:href="([^"#][^"]*)"/g)].map(([, href]) => href), ['https://ejemplo.bo/a?b=1&amp;c=2', 'Pictures/grafico-1.svg']);
  assert.deepEqual([...docx.matchAll(/Target="([^"]+)" TargetMode="External"/g)].map(([, href]) => href), ['https://ejemplo.bo/a?b=1&amp;c=2']);
});

test('a PDF is PDF/A-2a with its title, its author and its language', async () => {
  const pdf = (await encodeText(everyBlock, 'pdf')).toString('latin1');
  assert.match(pdf, /^%PDF-1\.7/);
  assert.match(pdf, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/);
  assert.match(pdf, /<pdf:Keywords>P-2026-1<\/pdf:Keywords>/);
  assert.match(pdf, /\/Lang ?\(es-BO\)/);
});

for (const format of ['odt', 'pdf'] as const) {
  test(`equal texts give equal bytes as ${format}`, async () => assert.ok((await textFile(everyBlock, format)).equals(await encodeText(structuredClone(everyBlock), format))));
}

test('a text without contents begins with the head of a letter, in every format', async () => {
  const letter: OfficeText = { title: 'Nota', entity: 'Aduana Nacional', day: everyBlock.day, contents: false, blocks: [{ kind: 'paragraph', text: 'Sin código ni portada.' }] };
  for (const { key } of textFormats) assert.ok((await encodeText(letter, key)).length > 1_000, key);
  assert.doesNotMatch(String(textPage(letter)), /Contenido|Código/);
});

test('whatever people write, every format holds it', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  await fc.assert(fc.asyncProperty(text, text, async (one, two) => {
    const blocks: Block[] = [{ kind: 'heading', level: 1, text: one }, { kind: 'paragraph', text: [two, { text: one, strong: true, href: two }] }, { kind: 'table', caption: two, head: [one, two], rows: [[two], [one, two, 'de más']] }, { kind: 'facts', rows: [[one, two]] }];
    const file = partsOf(await encodeText(plain(blocks), 'odt'));
    assert.doesNotThrow(() => readXml(file['content.xml'] ?? ''));
    assert.ok(String(textPage(plain(blocks))).length > 0);
  }), { numRuns: 100 });
  await fc.assert(fc.asyncProperty(text, async (one) => {
    for (const format of ['pdf', 'docx'] as const) assert.ok((await encodeText(plain([{ kind: 'heading', level: 1, text: one }, { kind: 'table', caption: one, head: [one], rows: [[one]] }]), format)).length > 0);
  }), { numRuns: 10 });
});

const row = ['a'];
//  what is too long                                             which limit it is told
const tooLong: readonly (readonly [string, readonly Block[], RegExp])[] = [
  ['too many blocks', Array.from({ length: 5_001 }, (): Block => ({ kind: 'break' })), /5\.000 párrafos/],
  ['too many rows', [{ kind: 'table', caption: 'a', head: ['a'], rows: Array.from({ length: 5_001 }, () => row) }], /5\.000 filas/],
  ['too many letters', [{ kind: 'paragraph', text: 'a'.repeat(2_000_001) }], /2\.000\.000 letras/],
  ['too large a picture', [{ kind: 'figure', svg: `<svg>${' '.repeat(500_001)}</svg>`, caption: 'a', alt: 'a' }], /gráficos/],
];
for (const [what, blocks, limit] of tooLong) {
  test(`${what} are refused with the limit`, async () => {
    await assert.rejects(textAnswer(plain(blocks), 'odt', 'a'), (caught) => isRefusal(caught, 'office.text_too_large') && limit.test(caught.message));
  });
}

for (const svg of ['<svg><script>alert(1)</script></svg>', '<svg onload="alert(1)"/>', '<svg><image href="https://ejemplo.bo/x"/></svg>', '<!DOCTYPE svg><svg/>', '<p>hola</p>']) {
  test(`a figure is never ${svg}`, () => assert.throws(() => textPage(plain([{ kind: 'figure', svg, caption: 'a', alt: 'a' }])), Bug));
}

test('a cell may have very many words, and a text no title at all', async () => {
  const many = plain([{ kind: 'table', caption: 'a', head: ['a'], rows: [['a '.repeat(400_000)]] }]);
  assert.ok((await encodeText(many, 'odt')).length > 1_000);
  for (const { key } of textFormats) assert.ok((await encodeText({ ...everyBlock, title: '\u0001', entity: '', blocks: [] }, key)).length > 1_000, key);
});

test('columns share the whole width, and the one with more to say gets more', () => {
  const words = (text: string) => [{ text, strong: false, emphasis: false }];
  const shares = columnShares(['N.º', 'Actividad'], [[words('1'), words('Una actividad que se describe con una línea entera de palabras')]]);
  assert.ok((shares[1] ?? 0) > 4 * (shares[0] ?? 1));
  fc.assert(fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 12 }), fc.array(fc.array(fc.string({ maxLength: 200 })), { maxLength: 5 }), (head, rows) => {
    const made = columnShares(head, rows.map((cells) => cells.map(words)));
    assert.ok(made.length === head.length && made.every((share) => share > 0) && Math.abs(made.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
  }));
});

test('what people wrote may stand in a picture, whatever it says', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" aria-label="javascript:alert(1) onclick=x"><text x="1" y="8">javascript:alert(1) onclick=x</text></svg>';
  assert.match(String(textPage(plain([{ kind: 'figure', svg, alt: 'A', caption: 'A' }]))), /javascript:alert/);
  for (const bad of ['<svg onload="x"/>', '<svg><a href="javascript:x"/></svg>', '<svg><script/></svg>']) assert.throws(() => textPage(plain([{ kind: 'figure', svg: bad, alt: 'A', caption: 'A' }])), Bug);
});
