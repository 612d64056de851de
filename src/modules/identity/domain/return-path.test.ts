import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { returnPath } from './return-path.ts';

const ours = ['/', '/mis-tramites', '/tramites/copias-simples?paso=2', '/expedientes/0190-a#plazos', '/ingresarios', '/buscar?q=caf%C3%A9&volver=//x', '/a/../b'];
const others = [
  undefined, '', 'mis-tramites', 'https://malo.example/', 'http:malo.example', 'javascript:alert(1)', 'data:text/html,x', '//malo.example', '///malo.example', '/\\malo.example', '\\\\malo.example',
  '/\t/malo.example', '/\n/malo.example', ' /mis-tramites', '/%0d%0aSet-Cookie:x y', '/mis tramites', '/ingresar', '/ingresar/servidor', '/salir', '/oidc/session/end', '/a/..//malo.example', '/.//malo.example', `/${'a'.repeat(600)}`,
];

for (const path of ours) test(`${path} is ours`, () => assert.ok(returnPath(path, 'no').startsWith('/')));
for (const path of others) test(`${JSON.stringify(path)?.slice(0, 60)} is not`, () => assert.equal(returnPath(path, 'no'), 'no'));

test('whatever is asked, a browser stays with us', () => {
  const piece = fc.constantFrom('/', '\\', '//', '.', '..', '%2f', '%5c', '@', ':', '?', '#', 'malo.example', 'http:', '\t', '\u0000', ' ', 'a', 'ñ', '\u2028');
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const to = returnPath(pieces.join(''), '/inicio');
    assert.equal(new URL(to, 'https://tramites.ejemplo.bo').origin, 'https://tramites.ejemplo.bo');
    assert.ok(!/[\r\n\\]/.test(to));
  }), { numRuns: 2_000 });
});
