import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { readProcedureFolder } from '#modules/catalog/index.ts';
import { fileURLToPath } from 'node:url';
import { readParts, type Parts } from '../checking/parts.ts';
import { parseScenarios } from './parse.ts';
import { rehearseFolder } from './rehearse-folder.ts';
import { keyWords, statusWords } from './words.ts';

let parts: Parts;
before(async () => {
  const { files } = await readProcedureFolder(fileURLToPath(new URL('../../../../procedures/aduana-nacional/copias-simples', import.meta.url)));
  parts = (await readParts(files)).parts;
});

const answers = '{ correo: a@b.bo, calidad: propio, tipo_documento: otro, gestion: 2024, descripcion: Un documento., carta: carta.pdf }';
const scenario = (...steps: readonly string[]): string => `comun: { inicio: 2026-03-02 09:00, respuestas: ${answers} }\nensayos:\n  - nombre: Prueba\n    pasos:\n${steps.map((step) => `      - ${step}\n`).join('')}`;

async function play(text: string) {
  const { value, faults } = parseScenarios(text);
  assert.deepEqual(faults, []);
  const { rehearsed } = await rehearseFolder({ ...parts, scenarios: value });
  return rehearsed[0]?.faults.map(({ line, reason }) => ({ line, reason }));
}

// What a scenario expects wrongly, and what the report says of it. The first step stands on line 5.
const wrong: readonly (readonly [steps: readonly string[], line: number, says: RegExp])[] = [
  [['presentar:\n        resulta: { estado: aprobado }'], 6, /paso 1: en «estado» se esperaba «aprobado» y resultó «falta_pago»/],
  [['presentar', 'resulta: { tareas: [admision] }'], 6, /paso 2: en «tareas» se esperaba «admision» y resultó «ninguno»/],
  [['presentar', 'resulta: { espera: [correction] }'], 6, /en «espera» se esperaba «correction» y resultó «payment»/],
  [['presentar:\n        resulta: { avisos: [granted] }'], 6, /en «avisos» se esperaba «granted» y resultó «received, payment_due»/],
  [['presentar:\n        resulta: { cobro: 3 }'], 6, /en «cobro» se esperaba «Bs 3.00» y resultó «Bs 2.50»/],
  [['presentar:\n        resulta: { plazos: { pago: 2026-03-17 } }'], 6, /en «plazos.pago» se esperaba «2026-03-17» y resultó «2026-03-16»/],
  [['presentar:\n        resulta: { vence: 2026-03-17 }'], 6, /en «vence» se esperaba «2026-03-17» y resultó «ninguno»/],
  [['presentar:\n        resulta: { documento_emitido: true }'], 6, /en «documento_emitido» se esperaba «emitido» y resultó «ninguno»/],
  [['presentar:\n        resulta: { negado: cases.closed }'], 6, /se esperaba que se negara con «cases.closed» y se hizo/],
  [['presentar', 'corregir: { gestion: 2020 }'], 6, /se negó con «No hay nada que corregir/],
  [['presentar', 'pagar', 'servidor: { unidad: archivo, respuesta: entregar }'], 7, /se negó con .*task_not_open.*tareas admision \(ventanilla\)/],
  [['presentar: { gestion: 1500 }'], 5, /gestion: .*1990/],
];

for (const [steps, line, says] of wrong) {
  test(`a scenario that goes otherwise is told with its line: ${says.source.slice(0, 60)}`, async () => {
    const [found, ...more] = (await play(scenario(...steps))) ?? [];
    assert.equal(found?.line, line, found?.reason);
    assert.match(found.reason, says);
    assert.deepEqual(more, []);
  });
}

test('after a step that went otherwise nothing more is played', async () => {
  assert.equal((await play(scenario('presentar', 'resulta: { estado: aprobado }', 'resulta: { estado: rechazado }')))?.length, 1);
});

test('English and Spanish say the same', async () => {
  const spanish = scenario('presentar', 'pagar', 'servidor: { unidad: ventanilla, respuesta: rechazar, motivo: No. }\n        resulta: { estado: rechazado, tareas: [] }');
  const english = `base: { start: 2026-03-02 09:00, answers: ${answers} }\nscenarios:\n  - name: Prueba\n    steps:\n      - apply\n      - pay\n      - officer: { unit: ventanilla, outcome: rechazar, reason: No. }\n        expect: { status: refused, tasks: [] }\n`;
  assert.deepEqual(await play(spanish), []);
  assert.deepEqual(await play(english), []);
  const read = (text: string): string => JSON.stringify(parseScenarios(text).value).replaceAll(/"column":\d+/g, '');
  assert.equal(read(spanish), read(english));
});

test('every word has one Spanish form, and no two words share one', () => {
  const spanish = Object.values(keyWords);
  assert.equal(new Set(spanish).size, spanish.length);
  assert.equal(new Set(Object.values(statusWords)).size, Object.keys(statusWords).length);
});

// Slips in the writing, and the code of the fault.
const slips: readonly (readonly [text: string, code: string])[] = [
  ['', 'scenarios.form'],
  ['ensayos: []', 'scenarios.empty'],
  ['ensayos: [ { pasos: [ presentar ] } ]', 'scenarios.name'],
  ['ensayos: [ { nombre: A } ]', 'scenarios.steps'],
  [scenario('bailar'), 'scenarios.step'],
  [scenario('servidor'), 'scenarios.step'],
  [scenario('servidor: { unidad: x }'), 'scenarios.officer'],
  [scenario('esperar: { siglos: 1 }'), 'scenarios.unknown_key'],
  [scenario('esperar: {}'), 'scenarios.wait'],
  [scenario('esperar: { hasta: mañana }'), 'scenarios.moment'],
  [scenario('presentar:\n        pagar:'), 'scenarios.two_acts'],
  [scenario('presentar:\n        apply:'), 'scenarios.twice'],
  [scenario('resulta: { vence: pronto }'), 'scenarios.day'],
  [scenario('resulta: { estado: listo }'), 'scenarios.status'],
  ['ensayos: [ { nombre: A, inicio: ayer, pasos: [ presentar ] } ]', 'scenarios.moment'],
];

for (const [text, code] of slips) {
  test(`${code} for «${text.slice(-40).trim().replaceAll('\n', ' ')}»`, () => {
    const { value, faults } = parseScenarios(text);
    assert.equal(value, undefined);
    assert.ok(faults.some((fault) => fault.code === code), JSON.stringify(faults));
    assert.ok(faults.every(({ line, mend }) => (line ?? 0) >= 1 && mend !== ''));
  });
}

test('whatever is written, parsing never throws', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('ensayos', 'pasos', ':', ' ', '\n', '-', '{', '}', '[', 'presentar', '&a', '*a', '"', 'ñ', '1') }), (text) => {
    parseScenarios(text);
  }));
});
