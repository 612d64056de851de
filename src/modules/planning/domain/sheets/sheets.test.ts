import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answers } from '#modules/forms/index.ts';
import type { Sheet } from '#modules/office/index.ts';
import { newId } from '#kernel/ids.ts';
import { entryForm } from '../../content/entry-form.ts';
import type { Entry } from '../inventory/entry.ts';
import { sortKeyOf } from '../inventory/sort-key.ts';
import { headKey, sheetKinds } from './columns.ts';
import { compareRows } from './compare-rows.ts';
import { joinRows, splitRows } from './group-cell.ts';
import { emptyMemory, guessMapping, remember, type MappingMemory } from './guess.ts';
import { rowOfJson } from './json-rows.ts';
import { rawRows } from './raw-rows.ts';
import { explanations, inventoryLines, inventorySheet, inventorySheets, templateSheets } from './write-inventory.ts';

const now = new Date('2026-11-20T10:00:00-04:00'), kinds = sheetKinds(entryForm);
const entry = (slug: string, answers: Answers): Entry => ({ entityId: newId(), procedureId: `e/${slug}`, slug, name: String(answers.nombre), answers, revision: 3, origin: 'written', updatedAt: now, updatedBy: null, retiredAt: null, retiredReason: null, mergedInto: null });
const knownOf = (entries: readonly Entry[]) => ({ byId: new Map(entries.map((one) => [one.procedureId, one])), byName: Map.groupBy(entries, ({ name }) => sortKeyOf(name)) });
const read = (sheets: readonly Sheet[], entries: readonly Entry[] = [], memory: MappingMemory = emptyMemory) => {
  const rows = rawRows(sheets, guessMapping(sheets, kinds, memory).mappings, kinds);
  return compareRows(rows, knownOf(entries), { entityKey: 'e', form: entryForm, now })(0, rows.length);
};
const sheet = (head: string, ...rows: (string | number | boolean | null)[][]): Sheet => ({ name: 'Hoja1', head: head.split(';'), rows });

test('every field of the form has a column with a head of its own, and nothing else has', () => {
  for (const { columns, name } of kinds) {
    const found = columns.map(({ head }) => headKey(head));
    assert.equal(new Set(found).size, found.length, name);
    for (const { head, key } of columns) assert.ok(head.length <= 40, `${key}: ${head}`);
  }
  assert.deepEqual(kinds.map(({ role }) => role), ['tramites', 'requisitos', 'pasos', 'base_legal']);
  assert.ok(explanations(entryForm).every(({ says }) => says.endsWith('.')));
});

//  what a cell says                                  what is understood, under the field; or the reason
const cells: readonly (readonly [head: string, cell: string | number | boolean, field: string, value: unknown])[] = [
  ['Solicitudes al año', '1.200', 'solicitudes_anio', 1_200], ['Volumen', 1200, 'solicitudes_anio', 1_200], ['Costo', 'Bs 78,50', 'costo', 7_850], ['Precio', 78.5, 'costo', 7_850], ['Gratis', 'SÍ', 'gratuito', true], ['Gratuito', 'x', 'gratuito', true],
  ['¿Es gratuito?', false, 'gratuito', false], ['Digital', 'sí, es un canal habitual', 'digital', 'habitual'], ['Público', 'Personas; empresas y organizaciones', 'publico', ['persona-natural', 'empresa']], ['Departamentos', 'La Paz, Oruro', 'departamentos', ['LP', 'OR']],
  ['Requisitos', 'Cédula :: SEGIP :: 2 | Carta', 'requisitos', [{ nombre: 'Cédula', emisor: 'SEGIP', copias: 2 }, { nombre: 'Carta' }]], ['Promedio diario', '4,5', 'media_dia', 4.5], ['Nombre del sistema informático', 'SUMA', 'sistema', undefined], ['Sistema informático', '  SU\u0000MA ', 'sistema', 'SUMA'],
];
for (const [head, cell, field, value] of cells) {
  test(`«${head}»: ${String(cell)}`, () => assert.deepEqual(read([sheet(`Trámite;${head}`, ['Uno', cell])])[0]?.answers?.[field], value));
}

const wrongCells: readonly (readonly [head: string, cell: string | number, reason: RegExp])[] = [
  ['Solicitudes al año', 'muchas', /deben ser un número entero/], ['Solicitudes al año', -5, /son menos de lo permitido/], ['Digital', 'a veces', /no es una de las opciones/], ['Gratuito', 'quizá', /no es una de las opciones/],
  ['Requisitos', ':: SEGIP', /Falta el requisito/], ['Requisitos', 'a :: b :: 1 :: c', /4 partes/], ['Nombre del trámite', 'x'.repeat(201), /201 caracteres/], ['Meses', 'Enero; Brumario', /«Brumario»/],
];
for (const [head, cell, reason] of wrongCells) {
  test(`«${head}»: ${String(cell).slice(0, 20)} is wrong, with its row and its mend`, () => {
    const [row] = read([head === 'Nombre del trámite' ? sheet(head, [cell]) : sheet(`Trámite;${head}`, ['Uno', cell])]);
    assert.equal(row?.becomes, 'wrong');
    assert.equal(row.line, 2);
    assert.match(row.faults?.[0]?.reason ?? '', reason);
    assert.notEqual(row.faults?.[0]?.mend, '');
  });
}

test('a cost says that it is not free, and free with a cost is wrong', () => {
  assert.equal(read([sheet('Trámite;Costo', ['Uno', 5])])[0]?.answers?.gratuito, false);
  assert.deepEqual(read([sheet('Trámite;Gratuito;Costo', ['Uno', 'Sí', 0])])[0]?.answers, { nombre: 'Uno', gratuito: true });
  assert.match(read([sheet('Trámite;Gratuito;Costo', ['Uno', 'Sí', 5])])[0]?.faults?.[0]?.reason ?? '', /No va con lo demás/);
});

const declared = [entry('uno', { nombre: 'Uno', solicitudes_anio: 5, requisitos: [{ nombre: 'Cédula', copias: 3 }], facilidades: 'Muchas.' }), entry('dos', { nombre: 'Dos' }), entry('tres', { nombre: 'Tres' }), entry('tres-bis', { nombre: 'Tres' })];

test('a row is found by its identifier, or by its name; what it does not say stays', () => {
  const rows = read([sheet('Identificador;Nombre;Solicitudes al año;Requisitos', ['e/UNO', 'Uno nuevo', 6, 'cédula :: SEGIP'], ['TR-7', 'dos', null, null], ['', 'Cuatro', null, null])], declared);
  assert.deepEqual(rows.map(({ becomes, procedureId, revision }) => [becomes, procedureId, revision]), [['changed', 'e/uno', 3], ['changed', 'e/dos', 3], ['new', 'e/cuatro', 0]]);
  assert.deepEqual(rows[0]?.answers, { nombre: 'Uno nuevo', solicitudes_anio: 6, requisitos: [{ nombre: 'cédula', emisor: 'SEGIP', copias: 3 }], facilidades: 'Muchas.' });
  assert.deepEqual(rows[0]?.changes?.map(({ label, before, after }) => [label, before, after]), [['Nombre del trámite o servicio', 'Uno', 'Uno nuevo'], ['Solicitudes al año', '5', '6'], ['Requisitos', 'Cédula · 3', 'cédula · SEGIP · 3']]);
});

test('what comes twice, has two owners or names nothing is wrong', () => {
  const rows = read([sheet('Identificador;Nombre', ['uno', null], ['', 'UNO'], ['', 'Tres'], ['nadie', null], ['', '¿?'])], declared);
  assert.deepEqual(rows.map(({ becomes, faults = [] }) => [becomes, faults[0]?.reason]), [
    ['same', undefined], ['wrong', 'Ya está en la fila 2.'], ['wrong', 'Hay 2 trámites con este nombre.'], ['wrong', 'Ningún trámite del inventario tiene el identificador «nadie», y la fila no dice el nombre.'], ['wrong', 'No dice qué trámite es.'],
  ]);
});

test('a retired procedure stays retired, and its name means the one that is in use', () => {
  const retired = { ...entry('cuatro', { nombre: 'Cuatro' }), retiredAt: now }, other = { ...entry('dos-bis', { nombre: 'Dos' }), retiredAt: now };
  assert.deepEqual(read([sheet('Nombre;Solicitudes al año', ['Cuatro', 1], ['Dos', 1])], [...declared, retired, other]).map(({ becomes, procedureId, faults = [] }) => [becomes, procedureId, faults[0]?.reason]), [['wrong', undefined, 'Este trámite está retirado del inventario.'], ['changed', 'e/dos', undefined]]);
});

test('the rows of other sheets belong to the procedure with their identifier; those of nobody are wrong', () => {
  const book = (...rows: (string | number | null)[][]): readonly Sheet[] => [{ name: 'Trámites', head: ['Identificador', 'Nombre'], rows: [['uno', 'Uno']] }, { name: 'Requisitos', head: ['Identificador', 'Requisito', 'Copias'], rows }];
  assert.deepEqual(read(book(['uno', 'Carta', null], ['uno', 'Cédula', 1]), declared)[0]?.answers?.requisitos, [{ nombre: 'Carta' }, { nombre: 'Cédula', copias: 1 }]);
  assert.match(read(book(['uno', 'Carta', 'una']), declared)[0]?.faults?.[0]?.column ?? '', /hoja «Requisitos», fila 2, Copias/);
  assert.deepEqual(read(book(['otro', 'Carta', 1]), declared).map(({ becomes }) => becomes), ['same', 'wrong']);
});

test('heads are guessed; what somebody said of them is remembered, and asked no more', () => {
  const strange = sheet('Cosa que se hace;Cuántos', ['Uno', 5]), first = guessMapping([strange], kinds, emptyMemory);
  assert.deepEqual([first.sure, first.mappings[0]?.columns], [false, ['', '']]);
  const memory = remember(emptyMemory, [strange], [{ role: 'tramites', columns: ['nombre', 'solicitudes_anio'] }]);
  assert.deepEqual(guessMapping([{ ...strange, head: ['CUANTOS', 'cosa que se hace'] }], kinds, memory), { mappings: [{ role: 'tramites', columns: ['solicitudes_anio', 'nombre'] }], sure: true });
  assert.equal(guessMapping([sheet('Trámite;Costo')], kinds, emptyMemory).sure, false, 'a synonym is a guess');
  assert.equal(guessMapping([sheet('Nombre;Costo (Bs)')], kinds, emptyMemory).sure, true, 'our own heads are none');
  assert.deepEqual(guessMapping([sheet('Nombre;nombre;__proto__;constructor')], kinds, emptyMemory).mappings[0]?.columns, ['nombre', '', '', '']);
});

const word = fc.string({ unit: fc.constantFrom('a', 'é', 'Ñ', ' ', '|', ':', '\\', ';', '"', ',', '=', '-', '1', '\n', '¿', '.'), maxLength: 20 }).map((text) => text.trim());

test('rows in a cell are read as they were written', () => fc.assert(fc.property(fc.array(fc.tuple(word.filter((one) => one !== ''), word, word), { minLength: 1, maxLength: 5 }), (rows) => {
  const trimmed = (row: readonly string[]): readonly string[] => row.slice(0, row.findLastIndex((one) => one !== '') + 1);
  assert.deepEqual(splitRows(joinRows(rows)), rows.map(trimmed));
})));

const some = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
// A line of text keeps no line ends and single spaces, as the form makes it.
const filled = word.map((one) => one.replaceAll(/\s+/g, ' ')).filter((one) => /[a1]/.test(one) && one.length > 1);
const anyAnswers = fc.record({
  nombre: filled.map((text) => `N ${text}`), proposito: some(filled), publico: some(fc.uniqueArray(fc.constantFrom('todos', 'empresa', 'otro'), { minLength: 1 })), proceso: some(fc.constantFrom('sustantivo', 'adjetivo')), solicitudes_anio: some(fc.nat(100_000_000)), media_dia: some(fc.nat(999).map((n) => n / 10)),
  estacional: some(fc.boolean()), meses: some(fc.uniqueArray(fc.constantFrom('1', '12'), { minLength: 1 })), gratuito: some(fc.boolean()), costo: some(fc.nat(9_999_999)), costo_formula: some(filled), duracion: some(fc.nat(100)), duracion_unidad: some(fc.constantFrom('days', 'business_days')), sistema: some(filled),
  requisitos: some(fc.array(fc.record({ nombre: filled, emisor: fc.option(filled, { nil: undefined }), copias: fc.option(fc.nat(20), { nil: undefined }) }), { maxLength: 4 })), pasos: some(fc.array(fc.record({ que: filled, quien: fc.option(fc.constantFrom('solicitante', 'entidad'), { nil: undefined }) }), { maxLength: 4 })),
  base_legal: some(fc.array(fc.record({ norma: filled }), { maxLength: 3 })),
}).map((all) => JSON.parse(JSON.stringify(all)) as Answers);
const inventories = fc.uniqueArray(anyAnswers, { maxLength: 6, selector: ({ nombre }) => sortKeyOf(String(nombre)) }).map((all) => all.map((answers, at) => entry(`t-${at}`, answers)));

const unchanged = (rows: ReturnType<typeof read>, entries: readonly Entry[]): void => assert.deepEqual(rows.filter(({ becomes }) => becomes !== 'same').map(({ name, faults, changes }) => ({ name, faults, changes })), [], JSON.stringify(entries.map(({ answers }) => answers)));

test('what is exported and read again changes nothing: as a workbook, as one sheet, as lines', () => fc.assert(fc.property(inventories, (entries) => {
  unchanged(read(inventorySheets(entryForm, entries), entries), entries);
  unchanged(read([inventorySheet(entryForm, entries)], entries), entries);
  const lines = inventoryLines(entryForm, entries).split('\n').filter((line) => line !== '').map((line, at) => rowOfJson(line, at + 1, entryForm));
  unchanged(compareRows(lines, knownOf(entries), { entityKey: 'e', form: entryForm, now })(0, lines.length), entries);
}), { numRuns: 150 }));

test('what is exported and read elsewhere is new and says the same', () => fc.assert(fc.property(inventories, (entries) => {
  const [sheets, one] = [inventorySheets(entryForm, entries), inventorySheet(entryForm, entries)];
  for (const written of [sheets, [one]]) {
    const found = read(written);
    assert.ok(found.every(({ becomes }) => becomes === 'new'), JSON.stringify(found.filter(({ becomes }) => becomes !== 'new')));
    unchanged(read(inventorySheets(entryForm, found.map(({ slug = '', answers = {} }) => ({ slug, answers }))), entries), entries);
  }
}), { numRuns: 100 }));

test('the template is read as an empty inventory, whatever its example says', () => {
  const sheets = templateSheets(entryForm, { slug: 'ejemplo', answers: { nombre: 'Ejemplo' } });
  assert.equal(guessMapping(sheets, kinds, emptyMemory).sure, true);
  assert.deepEqual(read(sheets), []);
});
