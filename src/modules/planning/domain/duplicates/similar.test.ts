import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { similarPairs } from './similar.ts';

const named = (...names: string[]) => names.map((name, at) => ({ procedureId: `e/${at}`, name }));

//  two names                                                                     are they alike
const rows: readonly (readonly [string, string, boolean])[] = [
  ['Certificado de nacimiento', 'CERTIFICADO DE NACIMIENTOS', true], ['Registro de proveedores', 'Solicitud de registro de proveedores', true], ['Emisión de libreta de navegación marítima', 'Libreta de navegación maritima', true],
  ['Baja temporal de vehículos', 'Trámite de baja temporal de vehículo', true], ['Certificado de nacimiento', 'Certificado de matrimonio', false], ['Autorización 1 de despacho', 'Autorización 2 de despacho', false], ['Licencia tipo A', 'Licencia tipo B', false],
  ['Registro de proveedores', 'Registro de importadores', false], ['De la', 'El', false],
];
for (const [a, b, alike] of rows) test(`«${a}» and «${b}» are ${alike ? '' : 'not '}alike`, () => assert.equal(similarPairs(named(a, b)).length, alike ? 1 : 0));

test('the likest come first, each pair once, nobody with themselves', () => {
  const pairs = similarPairs(named('Baja temporal de vehículos nuevos', 'Baja temporal de vehículos', 'Baja temporal de vehículos'));
  assert.deepEqual(pairs.map(({ first, second }) => [first, second]), [['e/1', 'e/2'], ['e/0', 'e/1'], ['e/0', 'e/2']]);
});

test('the order of the inventory does not matter', () => fc.assert(fc.property(fc.array(fc.constantFrom('Baja de placas', 'baja de placa', 'Alta de placas', 'Duplicado de placas', 'Duplicado placa'), { maxLength: 8 }), (names) => {
  const of = (list: readonly { readonly procedureId: string; readonly name: string }[]) => similarPairs(list).map(({ first, second }) => [first, second].toSorted().join()).toSorted();
  assert.deepEqual(of(named(...names)), of(named(...names).toReversed()));
})));

test('ten thousand names are compared in the time of a page', () => {
  const kinds = ['Registro', 'Baja', 'Certificado', 'Autorización', 'Duplicado'], things = Array.from({ length: 2_000 }, (_, n) => `cosa${String.fromCodePoint(97 + (n % 26))}${n}`);
  const begun = performance.now(), pairs = similarPairs(things.flatMap((thing, at) => kinds.map((kind, n) => ({ procedureId: `e/${at}-${n}`, name: `${kind} de ${thing} especial` }))));
  assert.deepEqual(pairs, []);
  assert.ok(performance.now() - begun < 3_000);
});
