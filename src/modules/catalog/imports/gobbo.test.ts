import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseProcedure } from '../parse/procedure.ts';
import { procedureOfGobbo } from './gobbo.ts';

const vocabulary = { audiences: { empresa: { name: 'Empresas', portal: 'Persona Jurídica (Empresa)' } }, categories: { salud: { name: 'Salud' } }, lifeEvents: {}, departments: {}, featured: [], synonyms: [], stopWords: [] };

const record = {
  id: '77', estado: 'PUBLICADO', 'fechaActualización': '09/07/2025', nombre: 'REGISTRO DE EMPRESAS', slug: 'registro-de-empresas', descripcion: '<p>Sirve para <b>registrar</b>&nbsp;empresas &amp; otras.</p>',
  marcoLegal: '1. Ley 1\n2. S/ML\nDS 2', palabrasClave: null, entidad: { nombre: 'Entidad de Prueba', sigla: 'EP', slug: 'entidad-de-prueba', urlSitioWeb: 'no es dirección', telefonoContacto: '2-2184026' },
  resultado: 'Constancia', documentos: ['Certificado'], categorias: [{ nombre: 'SALUD', slug: 'salud' }], eventosVida: [], ubicaciones: [{ nombre: 'Central', tipo: 'Oficina central', ubicacion: { latitud: '-16.5', longitud: '-68.1', 'dirección': 'Calle 1' } }],
  modalidades: [{ tipo: 'VIRTUAL', url: 'https://ejemplo.bo/', urlSeguimiento: null, publico: [{
    tieneCosto: true, duracion: '3', unidadMedidaDuracion: 'Día(s)', procedimiento: '<ol><li><p>Entre</p></li><li>Pague</li></ol>', nombrePublicoObjetivo: 'Persona Jurídica (Empresa)', formaCobro: ['Pasarela de pagos del estado'],
    horario: [{ dia: 'Lunes', inicioManiana: '08:30', finManiana: '12:30', inicioTarde: '14:30', finTarde: '18:30' }, { dia: 'Martes', inicioManiana: '08:30', finManiana: '12:30' }],
    costos: [{ conceptoPago: 'Registro', costo: '78.50', moneda: 'Bs' }, { conceptoPago: 'Libro', costo: null, moneda: 'UFV' }],
    requisitos: [{ nombre: 'NIT', comentario: 'Vigente', entidad: { nombre: 'Impuestos', slug: 'impuestos-nacionales', sigla: 'SIN' } }, { nombre: 'NIT', comentario: 'Vigente' }, { nombre: 'NIT', comentario: 'Del socio' }],
  }] }],
};

test('a record of the portal becomes a card without faults, with what it says and nothing else', () => {
  const read = procedureOfGobbo(JSON.stringify(record), vocabulary);
  assert.ok('folder' in read);
  const { value, faults } = parseProcedure(read.folder.files['procedure.yaml'] ?? '', 'procedure.yaml');
  assert.deepEqual(faults, []);
  assert.ok(value);
  assert.deepEqual([value.id, value.name, value.summary, value.audience, value.categories], ['entidad-de-prueba/registro-de-empresas', 'Registro de empresas', 'Sirve para registrar empresas & otras.', ['empresa'], ['salud']]);
  assert.deepEqual(value.steps, ['Entre', 'Pague']);
  assert.deepEqual(value.fees.map((fee) => [fee.kind, 'amountMinor' in fee ? fee.amountMinor : undefined]), [['fixed', 7850], ['ufv', undefined]]);
  assert.deepEqual(value.requirements.map(({ name, detail, issuedBy }) => [name, detail, issuedBy?.key]), [['NIT', 'Vigente', 'impuestos-nacionales'], ['NIT', 'Del socio', undefined]]);
  assert.deepEqual(value.hours.map(({ days, opens, closes }) => [days, opens, closes]), [[['lunes', 'martes'], '08:30', '12:30'], [['lunes'], '14:30', '18:30']]);
  assert.deepEqual([value.legalBasis.map(({ norm }) => norm), value.free, value.payment, value.entity.site, value.source.date], [['Ley 1', 'DS 2'], false, ['state_gateway'], undefined, '2025-07-09']);
});

for (const [line, reason] of [['no', /JSON/], ['[]', /JSON/], ['{}', /nombre/], ['{"nombre":"A","slug":"a"}', /entidad/]] as const) {
  test(`«${line}» is no record`, () => {
    const read = procedureOfGobbo(line, undefined);
    assert.match('reason' in read ? read.reason : '', reason);
  });
}

test('whatever a record says, it is read or refused, never thrown', () => {
  fc.assert(fc.property(fc.json(), fc.record({ nombre: fc.string(), slug: fc.string(), entidad: fc.anything(), modalidades: fc.anything(), ubicaciones: fc.anything(), marcoLegal: fc.anything() }), (json, loose) => {
    procedureOfGobbo(json, undefined);
    procedureOfGobbo(JSON.stringify({ ...loose, entidad: { nombre: 'E', slug: 'e' } }), undefined);
  }));
});
