import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Vocabulary } from '#modules/catalog/index.ts';
import { answersOf } from './from-procedure.ts';
import { defectsOf } from './quality.ts';
import { readPortalLine } from './read-portal.ts';

type Said = Readonly<Record<string, unknown>>;
const vocabulary: Vocabulary = { audiences: { asegurados: { name: 'Personas Aseguradas SSUE', portal: 'Personas Aseguradas SSUE' } }, categories: {}, lifeEvents: {}, departments: {}, featured: [], synonyms: [], stopWords: [] };
const line = (record: Said, mode: Said = {}, audience: Said = {}): string => JSON.stringify({
  id: '1', nombre: 'Registro de proveedores', slug: 'registro', descripcion: 'Permite vender al Estado: anota a la empresa y a quien la representa.', marcoLegal: 'Decreto Supremo N.º 181', entidad: { nombre: 'Entidad', sigla: 'E', slug: 'entidad', telefonoContacto: '2 2123456' }, fechaActualización: '09/07/2025',
  modalidades: [{ tipo: 'PRESENCIAL', ...mode, publico: [{ tieneCosto: false, duracion: '5', unidadMedidaDuracion: 'Hora(s)', procedimiento: '<ol><li>Presente el formulario.</li></ol>', requisitos: [], ...audience }] }], ...record,
});
const codesIn = (written: string): readonly string[] => {
  const read = readPortalLine(written, 1, vocabulary);
  assert.ok('procedure' in read, JSON.stringify(read));
  return defectsOf(answersOf(read.procedure)).map(({ code }) => code);
};

//  what the portal's file really has (October 2025)                         what is said of it
const defects: readonly (readonly [what: string, line: string, code: string])[] = [
  ['no cost, and a fee by formula in its steps', line({}, {}, { procedimiento: '<ol><li>Deposite el arancel de 0,5 % del valor.</li></ol>' }), 'gratis_con_costo'],
  ['no cost, and a «valorado» among the requirements', line({}, {}, { requisitos: [{ nombre: 'Valorado universitario' }] }), 'gratis_con_costo'],
  ['the validity of a licence as its duration', line({}, {}, { duracion: '12', unidadMedidaDuracion: 'Año(s)' }), 'duracion_de_vigencia'],
  ['a legal basis that is the title', line({ marcoLegal: 'REGISTRO DE PROVEEDORES' }), 'base_legal_repite'],
  ['a legal basis of «S/ML»', line({ marcoLegal: 'S/ML' }), 'sin_base_legal'],
  ['the wrong public', line({}, {}, { nombrePublicoObjetivo: 'Personas Aseguradas SSUE' }), 'publico_ajeno'],
  ['digital, and no word on Ciudadanía Digital', line({}, { tipo: 'VIRTUAL', url: 'https://x.gob.bo' }), 'sin_ciudadania_digital'],
  ['neither telephone nor mail', line({ entidad: { nombre: 'Entidad', sigla: 'E', slug: 'entidad', telefonoContacto: null } }), 'sin_contacto'],
  ['all steps in one piece', line({}, {}, { procedimiento: `<p>${'Vaya a la oficina y presente el formulario. '.repeat(8)}</p>` }), 'pasos_en_uno'],
  ['a personal mail', line({}, {}, { procedimiento: '<ol><li>Escriba a tramites.entidad@gmail.com</li></ol>' }), 'correo_personal'],
  ['no address to follow it', line({}, { tipo: 'VIRTUAL', url: 'https://x.gob.bo', urlSeguimiento: null }), 'sin_seguimiento'],
  ['steps that name paper', line({}, {}, { procedimiento: '<ol><li>Presente todo en un folder amarillo.</li></ol>' }), 'pide_papel'],
  ['three photocopies in the remark of a requirement', line({}, {}, { requisitos: [{ nombre: 'Formulario', comentario: '3 fotocopias' }] }), 'pide_papel'],
];
for (const [what, written, code] of defects) test(`${what}: ${code}`, () => assert.ok(codesIn(written).includes(code), JSON.stringify(codesIn(written))));

test('a sound line of the portal has none of them', () => assert.deepEqual(codesIn(line({})).filter((code) => defects.some(([, , known]) => known === code)), []));
