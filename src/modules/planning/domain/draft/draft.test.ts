import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseProcedure, readProcedureFolders } from '#modules/catalog/index.ts';
import { checkFolder, rehearseFolder } from '#modules/cases/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { root } from '#support/source/index.ts';
import { answersOf } from '../inventory/from-procedure.ts';
import { draftFolder } from './folder.ts';

const today = '2026-11-23' as LocalDate, entity = { key: 'entidad', name: 'Entidad «de prueba» & Cía.', acronym: 'EP', department: null };

/** A draft of an entry checks without an error, every rehearsal goes well, and no element is left out. */
async function check(name: string, answers: Answers): Promise<void> {
  const folder = draftFolder({ procedureId: 'entidad/un-tramite', slug: 'un-tramite', name, answers }, entity, today);
  const { parts, faults } = await checkFolder(folder, () => ({ value: undefined, faults: [] }));
  assert.deepEqual(faults.filter(({ severity }) => severity === 'error'), [], folder.files['procedure.yaml']);
  const { rehearsed, unreached } = await rehearseFolder(parts);
  assert.deepEqual(rehearsed.flatMap((one) => one.faults), []);
  assert.deepEqual(unreached, []);
  assert.ok(rehearsed.length >= 3);
}

for (const { path, files } of await readProcedureFolders(`${root}/procedures`)) {
  test(`a draft made of what is published of ${path} runs as it is`, async () => {
    const { value } = parseProcedure(files['procedure.yaml'] ?? '', path);
    assert.ok(value);
    await check(value.name, answersOf(value));
  });
}

const odd: readonly (readonly [what: string, name: string, answers: Answers])[] = [
  ['an entry that says nothing', 'Nada', {}], ['a name with marks of every language', 'Baja "A" & <B> \\ #strong[x] $y$ «z»: - {q}', { proposito: '*&!%@ `x`' }],
  ['a fixed cost', 'Con costo', { gratuito: false, costo: 7_850 }], ['a cost that is computed', 'Con fórmula', { gratuito: false, costo_formula: '1 % del valor' }], ['a cost of nothing', 'De cero', { gratuito: false, costo: 0 }],
  ['the same requirement thrice', 'Repetido', { requisitos: [{ nombre: 'Carta' }, { nombre: 'carta' }, { nombre: 'CARTA.' }] }], ['forty requirements', 'Muchos', { requisitos: Array.from({ length: 40 }, (_, n) => ({ nombre: `Requisito ${n} con un nombre bastante largo para lo que se acostumbra en un formulario`, emisor: 'Otra entidad' })) }],
  ['a duration in business days', 'Con duración', { duracion: 3.5, duracion_unidad: 'business_days' }], ['a duration without unit', 'Sin unidad', { duracion: 3 }], ['a public of its own', 'Para otros', { publico: ['otro'] }],
];
for (const [what, name, answers] of odd) test(`${what} gives a draft that runs`, () => check(name, answers));

test('the words of the published vocabulary are all that a draft uses', () => assert.match(readFileSync(`${root}/procedures/vocabulary.yaml`, 'utf8'), /^ {2}todos:/m));
