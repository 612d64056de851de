import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { exampleGiven, exampleNow, exampleRequest, exampleTemplate, vanishingFolder } from '../fixtures/example.ts';
import { run, skipWithout } from '../fixtures/foreign.ts';
import { createRenderer } from './renderer.ts';
import { parseTemplate } from './template.ts';

const sheet = { template: exampleTemplate, given: exampleGiven(), at: exampleNow };
const renderer = createRenderer();
const folder = vanishingFolder();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test('the same sheet gives the same bytes, warm, cold and after others', () => {
  const first = sha256(renderer.render(sheet).pdf);
  renderer.render({ ...sheet, given: exampleGiven(exampleRequest({ holder: { name: 'Otra Persona' } })) });
  assert.equal(sha256(renderer.render(sheet).pdf), first);
  assert.equal(sha256(createRenderer().render(sheet).pdf), first);
});

test('another holder, another instant: other bytes', () => {
  const first = sha256(renderer.render(sheet).pdf);
  assert.notEqual(sha256(renderer.render({ ...sheet, given: exampleGiven(exampleRequest({ holder: { name: 'Otra Persona' } })) }).pdf), first);
  assert.notEqual(sha256(renderer.render({ ...sheet, at: new Date(exampleNow.getTime() + 1000) }).pdf), first);
});

test('the sheet claims PDF/A-2a, is tagged, in Spanish, titled, and its QR code has words', () => {
  const text = renderer.render(sheet).pdf.toString('latin1');
  assert.match(text, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/);
  assert.match(text, /\/MarkInfo\s*<<\s*\/Marked true/);
  assert.match(text, /\/Lang\s*\(es-BO\)/);
  assert.match(text, /<dc:title><rdf:Alt><rdf:li xml:lang="[^"]*">/);
  assert.match(text, /\/Alt\s*(\(|<)/);
});

test('only the lines declared public are given out, in the words of the sheet', () => {
  const { title, facts } = renderer.render(sheet);
  assert.equal(title, 'Autorización de apertura');
  assert.deepEqual(facts.map((fact) => fact.label), ['Establecimiento', 'Dirección']);
  assert.equal(facts[1]?.value, 'Calle Bolívar 1234, Oruro');
});

test('only fonts inside the compiler are used, all embedded', skipWithout('pdffonts'), () => {
  const path = join(folder, 'hoja.pdf');
  writeFileSync(path, renderer.render(sheet).pdf);
  const rows = run('pdffonts', [path]).said.trim().split('\n').slice(2);
  assert.ok(rows.length > 0);
  for (const row of rows) assert.match(row, /^[A-Z]{6}\+(LibertinusSerif|DejaVuSansMono).* yes yes yes /);
});

test('every letter of Spanish, Quechua and Aymara survives; a long document goes on to a second page', skipWithout('pdftotext'), () => {
  const path = join(folder, 'larga.pdf');
  const rows = Array.from({ length: 30 }, (_, i) => `row("Dato ${i}", "Valor ${i}"),`).join('\n');
  const long = exampleTemplate.replace('  rows: (', `  rows: (\n${rows}`);
  writeFileSync(path, renderer.render({ ...sheet, template: long }).pdf);
  const text = run('pdftotext', ['-layout', path, '-']).said;
  for (const part of ['María Quispe Ñáñez', 't’aqa ch’uqi', 'aymar aru ä ï ü', 'Dato 29', 'Página 2 de 2', 'K7M4-Q2XZ-9RTB']) assert.ok(text.includes(part), part);
});

const check = (template: string, code: RegExp | 'fine', line?: number): void => {
  const { value, faults } = parseTemplate(renderer, template, 'certificate.typ', { answers: exampleRequest().answers });
  assert.equal(value === undefined, code !== 'fine');
  if (code === 'fine') return assert.deepEqual(faults, []);
  assert.match(faults[0]?.reason ?? '', code);
  assert.ok(faults[0]?.mend);
  if (line !== undefined) assert.equal(faults[0]?.line, line);
};

for (const [name, template, expected, line] of [
  ['the example', exampleTemplate, 'fine'],
  ['a value that the form does not have', exampleTemplate.replace('answers.camas', 'answers.cama'), /pide el dato «cama»/, 8],
  ['no base sheet', 'Hola', /no usa la hoja base/],
  ['a package from the network', '#import "@preview/cetz:0.2.0": canvas\n', /usa «import»/, 1],
  ['a file of somebody else', '#include "/etc/passwd"', /usa «include»/],
  ['a program built from text', '#eval("1")', /usa «eval»/],
  ['a parenthesis left open', exampleTemplate.replace('answers.camas),', 'answers.camas,'), /sintaxis|falta cerrar|Typst/],
  ['an endless loop', `${exampleTemplate}\n#let f(n) = f(n + 1)\n#f(1)`, /no termina nunca/],
  ['a picture without words', `${exampleTemplate}\n#image("/rosette.svg")`, /sin texto alternativo/],
  ['an unknown word', `${exampleTemplate}\n#fecha`, /usa el nombre «fecha»/, 15],
] as const) test(`a template with ${name}`, () => check(template, expected, line));

test('a template that cannot print a case is refused with the reason', () => {
  const broken = { ...sheet, template: exampleTemplate.replace('answers.camas', 'answers.cama') };
  assert.throws(() => renderer.render(broken), (caught) => isRefusal(caught, 'certificates.template_failed') && caught.message.includes('«cama»'));
});
