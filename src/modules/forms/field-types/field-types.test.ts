import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormBody } from '#kernel/http/types.ts';
import { parseForm, readPage, summarise, toJsonSchema, validateJson, type AnswerValue } from '../index.ts';
import { fieldTypes } from './index.ts';

const now = new Date('2026-11-20T14:00:00Z');
const context = { now };

/** A form with one field `x`, asked as «el dato». */
function formOf(attributes: string) {
  const { value, faults } = parseForm(`title: T\npages:\n  - id: p\n    title: P\n    fields:\n      - {id: x, label: X, ${attributes.includes('called') ? '' : 'called: el dato, '}${attributes}${attributes.includes('required') ? '' : ', required: false'}}\n`);
  assert.ok(value, JSON.stringify(faults));
  return value;
}

type Row = readonly [attributes: string, posted: string | FormBody, expected: AnswerValue | undefined | RegExp, said?: string];
const at = (body: string | FormBody): FormBody => (typeof body === 'string' ? { x: body } : body);
const day = (d: string, m: string, y: string): FormBody => ({ 'x-day': d, 'x-month': m, 'x-year': y });
const card = (numero: string, complemento = ''): FormBody => ({ 'x-numero': numero, 'x-complemento': complemento });

const rows: readonly Row[] = [
  ['type: text', '  Juana   Choque ', 'Juana Choque', 'Juana Choque'],
  ['type: text', '', undefined],
  ['type: text', 'N\u0303', 'Ñ'],
  ['type: text, maxLength: 3', 'abcd', /^El dato tiene 4 caracteres\. Escriba 3 como máximo\.$/],
  ['type: text, minLength: 3', 'ab', /Escriba 3 como mínimo/],
  ['type: text, pattern: "[A-Z]{2}[0-9]+"', 'AB12', 'AB12'],
  ['type: text, pattern: "[A-Z]{2}[0-9]+"', 'xAB12', /no tiene la forma/],
  ['type: text, pattern: "[A-Z]+", messages: {pattern: Escriba solo mayúsculas.}', 'ab', /^Escriba solo mayúsculas\.$/],
  ['type: text, required: true', '   ', /^Escriba el dato\.$/],
  ['type: text, required: true, messages: {required: Diga su nombre.}', '', /^Diga su nombre\.$/],
  ['type: text', 'a\u0000b', /carácter que no se puede leer/],
  ['type: text', 'a\ufffdb', /carácter que no se puede leer/],
  ['type: text', 'a\ud800', /carácter que no se puede leer/],
  ['type: text', 'x'.repeat(30_000), /demasiado largo/],
  ['type: text', { x: ['a', 'b'] }, /más de un valor/],
  ['type: textarea', 'uno\r\ndos', 'uno\ndos', 'uno|dos'],
  ['type: email', ' Ana@Correo.BO ', 'Ana@correo.bo', 'Ana@correo.bo'],
  ['type: email', 'ana@correo', /nombre@correo\.bo/],
  ['type: email', 'a..b@correo.bo', /no tiene la forma/],
  ['type: phone', '712 34 567', '+59171234567', '+591 71234567'],
  ['type: phone', '+591 2 2184026', '+59122184026'],
  ['type: phone', '00591 71234567', '+59171234567'],
  ['type: phone', '+54 11 2345 6789', '+541123456789'],
  ['type: phone', '2184026', /falta una cifra/],
  ['type: phone', 'doce', /no es un teléfono/],
  ['type: phone, mobile: true', '22184026', /celular/],
  ['type: integer', '1.489', 1489, '1489'],
  ['type: integer', '12345', 12_345, '12.345'],
  ['type: integer, unit: camas', '12', 12, '12 camas'],
  ['type: integer', '12,5', /número entero/],
  ['type: integer', '12abc', /número entero/],
  ['type: integer', '9'.repeat(30), /número entero/],
  ['type: integer, min: 1, max: 10', '0', /Escriba 1 o más/],
  ['type: integer, min: 1, max: 1000', '1001', /Escriba 1000 o menos/],
  ['type: decimal', '1.234,56', 1234.56, '1234,56'],
  ['type: decimal', '12.5', 12.5],
  ['type: decimal', '1,234', /2 decimales como máximo/],
  ['type: decimal, decimals: 3', '1.234', /después de una coma/],
  ['type: decimal, decimals: 3', '1,234', 1.234],
  ['type: money', '1.489,50', 148_950, 'Bs\u00a01.489,50'],
  ['type: money', 'Bs 20', 2_000],
  ['type: money', '0,1', 10],
  ['type: money', '1.005', 100_500],
  ['type: money', '-5', /Escriba Bs\u00a00,00 o más/],
  ['type: money', '1,005', /monto en bolivianos/],
  ['type: money, max: 100', '100,01', /Escriba Bs\u00a0100,00 o menos/],
  ['type: money', '9'.repeat(17), /monto en bolivianos/],
  ['type: date', day('27', '3', '1985'), '1985-03-27', '27 de marzo de 1985'],
  ['type: date', day('1', 'Setiembre', '2020'), '2020-09-01'],
  ['type: date', day('29', 'feb.', '2024'), '2024-02-29'],
  ['type: date', day('', '', ''), undefined],
  ['type: date', day('30', '2', '2024'), /no es un día del calendario/],
  ['type: date', day('27', '', '1985'), /falta el mes/],
  ['type: date', day('', '', '1985'), /falta el día y el mes/],
  ['type: date', day('27', '3', '85'), /cuatro cifras/],
  ['type: date, required: true', day('', '', ''), /^Escriba el dato, por ejemplo 27 3 1985\.$/],
  ['type: date, max: hoy', day('21', '11', '2026'), /20 de noviembre de 2026 o un día anterior/],
  ['type: date, max: hoy', day('20', '11', '2026'), '2026-11-20'],
  ['type: date, min: 2000-01-01', day('31', '12', '1999'), /1 de enero de 2000 o un día posterior/],
  ['type: select, options: [uno, dos]', 'dos', 'dos', 'dos'],
  ['type: select, options: [{value: a, label: Alfa}, {value: b, label: Beta}]', 'b', 'b', 'Beta'],
  ['type: radios, options: [uno, dos]', 'tres', /no está en la lista/],
  ['type: checkboxes, options: [uno, dos, tres]', { x: ['tres', 'uno', 'uno'] }, ['tres', 'uno'], 'tres|uno'],
  ['type: checkboxes, options: [uno, dos, tres]', { x: ['uno', 'otro'] }, /no está en la lista/],
  ['type: checkboxes, options: [uno, dos, tres], max: 1', { x: ['uno', 'dos'] }, /Quite 1/],
  ['type: checkboxes, options: [uno, dos], required: true', {}, /Elija el dato: marque al menos una/],
  ['type: yes-no', 'si', true, 'Sí'],
  ['type: yes-no', 'no', false, 'No'],
  ['type: yes-no', 'constructor', /: «Sí» o «No»/],
  ['type: yes-no, required: true, called: si ya denunció', '', /^Diga si ya denunció: «Sí» o «No»\.$/],
  ['type: radios, options: [uno, dos], required: true, called: qué transporta', '', /^Diga qué transporta\.$/],
  ['type: yes-no, required: true', '', /Elija el dato: «Sí» o «No»/],
  ['type: ci', card('1234567'), { numero: '1234567' }, '1234567'],
  ['type: ci', card('1.234.567-1a LP'), { numero: '1234567', complemento: '1A' }, '1234567-1A'],
  ['type: ci', card('1234567', '1b'), { numero: '1234567', complemento: '1B' }],
  ['type: ci', card('123'), /entre 4 y 10 cifras/],
  ['type: ci', card('1234567', 'LP'), /cifra y una letra/],
  ['type: ci', card('', '1B'), /entre 4 y 10 cifras/],
  ['type: nit', '1020 304 050', '1020304050', '1020304050'],
  ['type: nit', '12', /entre 7 y 13 cifras/],
  ['type: department', 'OR', 'OR', 'Oruro'],
  ['type: department', 'XX', /no está en la lista/],
  ['type: department, required: true', '', /^Elija el dato\.$/],
  ['type: file, required: true', {}, /^Adjunte el dato\.$/],
  ['type: file', 'C:\\carta.pdf', undefined],
];

for (const [attributes, posted, expected, said] of rows) {
  test(`${attributes} ← ${JSON.stringify(posted).slice(0, 60)}`, () => {
    const form = formOf(attributes);
    const { answers, errors } = readPage(form, 'p', at(posted), {}, context);
    if (expected instanceof RegExp) { assert.match(errors[0]?.message ?? '', expected); assert.deepEqual(answers, {}); return; }
    assert.deepEqual([answers.x, errors], [expected, []]);
    if (said !== undefined) assert.equal(summarise(form, answers, context)[0]?.rows[0]?.lines.join('|'), said);
    // What a page accepts, the API accepts in the same shape.
    assert.deepEqual(validateJson(form, answers, context), { answers, errors: [] });
  });
}

const json: readonly [attributes: string, value: unknown, isRight: boolean][] = [
  ['type: text', 5, false], ['type: text', ['a'], false], ['type: text', { a: 1 }, false], ['type: integer', '5', false], ['type: integer', 5.5, false],
  ['type: integer', 5, true], ['type: money', 100.5, false], ['type: date', '2024-02-30', false], ['type: date', '2024-02-29', true], ['type: yes-no', 'si', false],
  ['type: checkboxes, options: [a, b]', 'a', true], ['type: checkboxes, options: [a, b]', [1], false], ['type: ci', '1234567-1A', true], ['type: ci', { numero: 5 }, false],
  ['type: file', [{ id: 'x', name: 'a', type: 'b', bytes: 1 }], false], ['type: file', 'a', false],
  ['type: file', [{ id: '0193f2a0-0000-7000-8000-000000000000', name: 'a.pdf', type: 'application/pdf', bytes: 1, more: 'x' }], true],
  ['type: group, fields: [{id: y, type: text, label: Y}]', [{ y: 'a', z: 'b' }], true], ['type: group, fields: [{id: y, type: text, label: Y}]', { length: 1e9 }, false],
  ['type: group, fields: [{id: y, type: text, label: Y}]', ['a'], false],
];
for (const [attributes, value, isRight] of json) {
  test(`${attributes} as JSON ${JSON.stringify(value)} is ${isRight ? 'right' : 'refused'}`, () => assert.equal(validateJson(formOf(attributes), { x: value }, context).errors.length === 0, isRight));
}

/** Attributes with which each type can be tried. */
const needed: Readonly<Record<string, string>> = {
  select: 'options: [a, b]', radios: 'options: [a, b]', checkboxes: 'options: [a, b]', calculated: 'value: "1 + 1", as: number', group: 'fields: [{id: y, type: text, label: Y}]', information: 'text: Hola',
};

for (const type of fieldTypes) {
  const form = formOf(`type: ${type.name}, ${needed[type.name] ?? 'hint: H'}`);
  test(`${type.name}: whatever is posted gives a value or a sentence`, () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', '0', '-1', '1e9', '__proto__', 'NaN', '31', '2020', '1,5'));
    const names = ['x', 'x-day', 'x-month', 'x-year', 'x-numero', 'x-complemento', 'x-filas', 'x.0.y', 'x.999999999.y', 'x.__proto__.y', '__proto__', 'accion', 'mostrados'];
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { maxLength: 4 }))), (body) => {
      const { answers, errors } = readPage(form, 'p', body, {}, context);
      for (const { message } of errors) assert.match(message, /^[\p{Lu}«].*\.$/su);
      assert.doesNotMatch(JSON.stringify(errors), /undefined|NaN|null/);
      const again = validateJson(form, Object.fromEntries(Object.entries(answers).filter(() => type.name !== 'calculated')), context);
      if (errors.length === 0) assert.deepEqual(again.errors, [], 'what a page accepted is valid as a whole');
    }));
  });
  test(`${type.name}: whatever JSON comes gives a value or a sentence`, () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { validateJson(form, { x: value }, context); validateJson(form, value, context); }));
  });
  test(`${type.name} is described for the reference`, () => {
    assert.ok(type.purpose.endsWith('.') && type.stored !== '' && type.secondsToFill > 0);
    assert.equal(typeof toJsonSchema(form).properties, 'object');
  });
}
