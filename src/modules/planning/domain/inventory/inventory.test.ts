import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareDemand, seasonOf, type MeasuredDemand } from './demand.ts';
import { defectsOf } from './quality.ts';

const sound = {
  nombre: 'Registro de proveedores', proposito: 'Permite vender al Estado: anota a la empresa y a quien la representa.', publico: ['empresa'], solicitudes_anio: 1_200, media_dia: 5, maxima_dia: 30, gratuito: true,
  duracion: 3, duracion_unidad: 'business_days', contacto: '800 10 0000', impedimento: 'sin_impedimento', requisitos: [{ nombre: 'Poder de representación' }], pasos: [{ que: 'Llene el formulario.' }], base_legal: [{ norma: 'DS 181 de 28/06/2009' }],
} as const;

test('an entry that says everything has no defect', () => assert.deepEqual(defectsOf(sound), []));

const rows: readonly (readonly [what: string, change: Parameters<typeof defectsOf>[0], code: string])[] = [
  ['no purpose', { proposito: '' }, 'sin_proposito'], ['a purpose of two words', { proposito: 'Da permisos.' }, 'sin_proposito'], ['no public', { publico: [] }, 'sin_publico'],
  ['a name in capitals', { nombre: 'BAJA TEMPORAL' }, 'nombre_en_mayusculas'], ['no demand', { solicitudes_anio: null }, 'sin_demanda'], ['a maximum below the mean', { maxima_dia: 2 }, 'maximo_menor'],
  ['a mean that cannot give the year', { media_dia: 1 }, 'demanda_imposible'], ['free with a paid form', { requisitos: [{ nombre: 'Valorado de Bs 20' }] }, 'gratis_con_costo'], ['free with a deposit in a step', { pasos: [{ que: 'Presente la boleta de depósito.' }] }, 'gratis_con_costo'],
  ['free with a cost', { costo: 500 }, 'gratis_con_costo'], ['free with a formula in a step', { pasos: [{ que: 'Pague el 0,5 % del valor en UFV.' }] }, 'gratis_con_costo'], ['free with an amount in a requirement', { requisitos: [{ nombre: 'Depósito de Bs. 20' }] }, 'gratis_con_costo'],
  ['another public', { publico: ['asegurados'] }, 'publico_ajeno'], ['nobody to ask', { contacto: '' }, 'sin_contacto'], ['a personal address to ask at', { contacto: 'tramites@gmail.com' }, 'correo_personal'], ['no way to see how it goes', { digital: 'habitual' }, 'sin_seguimiento'], ['digital without Ciudadanía Digital', { digital: 'excepcional' }, 'sin_ciudadania_digital'],
  ['a cost without amount', { gratuito: false }, 'costo_sin_monto'], ['no duration', { duracion: null }, 'sin_duracion'], ['days of no kind', { duracion_unidad: 'days' }, 'dias_sin_clase'], ['years', { duracion: 12, duracion_unidad: 'years' }, 'duracion_de_vigencia'],
  ['no norm', { base_legal: [] }, 'sin_base_legal'], ['a norm that says nothing', { base_legal: [{ norma: 'S/ML' }] }, 'sin_base_legal'], ['a norm that is the title', { base_legal: [{ norma: 'REGISTRO DE PROVEEDORES' }] }, 'base_legal_repite'],
  ['a yellow folder', { requisitos: [{ nombre: 'Folder amarillo con 3 fotocopias' }] }, 'pide_papel'], ['an identity card', { requisitos: [{ nombre: 'Fotocopia de Cédula de Identidad' }] }, 'pide_lo_que_el_estado_tiene'],
  ['no steps', { pasos: [] }, 'sin_pasos'], ['all steps in one', { pasos: [{ que: 'Vaya. '.repeat(60) }] }, 'pasos_en_uno'], ['a personal address', { pasos: [{ que: 'Escriba a tramites.baja@gmail.com' }] }, 'correo_personal'], ['no word on the law', { impedimento: '' }, 'sin_marco'],
];
for (const [what, change, code] of rows) {
  test(`${what}: ${code}`, () => {
    const found = defectsOf({ ...sound, ...change }).find((one) => one.code === code);
    assert.ok(found, JSON.stringify(defectsOf({ ...sound, ...change })));
    assert.match(found.reason, /[.?]$/);
    assert.match(found.mend, /\.$/);
  });
}

test('what the State has already is named with who has it', () => {
  assert.match(defectsOf({ ...sound, requisitos: [{ nombre: 'Carnet de identidad vigente' }] })[0]?.reason ?? '', /«Carnet de identidad vigente», que el Estado ya tiene: SEGIP\.$/);
  assert.deepEqual(defectsOf({ ...sound, publico: ['asegurados'], nombre: 'Afiliación al seguro' }), [], 'a public that its own words speak of');
});

const demand: MeasuredDemand = { requests: 500, workingDays: 250, busiestDay: 12, byMonth: [200, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 100], meanDays: 4 };

test('a declaration is compared with the measure, and says by how much it is off', () => {
  const found = Object.fromEntries(compareDemand({ ...sound, meses: ['1'] }, demand).map(({ field, declared, measured, discrepancy }) => [field, [declared, measured, discrepancy]]));
  assert.deepEqual(found, {
    solicitudes_anio: ['1.200', '500', 1.4], media_dia: ['5', '2', 1.5], maxima_dia: ['30', '12', 1.5], meses: ['enero', 'enero, diciembre', undefined], duracion: ['3 días hábiles', '4 días hábiles', -0.25],
  });
});

test('what was not declared, or cannot be measured, is not compared', () => {
  const [requests, ...rest] = compareDemand({}, { ...demand, requests: 0, busiestDay: 0, byMonth: Array.from({ length: 12 }, () => 0) });
  assert.deepEqual([requests?.declared, requests?.discrepancy], [undefined, undefined]);
  assert.ok(rest.every(({ discrepancy }) => discrepancy === undefined));
  assert.deepEqual(seasonOf(Array.from({ length: 12 }, () => 7)), []);
});
