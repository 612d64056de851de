import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptForm, ownWords } from './late-form.ts';

const form = { name: 'una nota', fields: [], hadFiles: false } as const;

const addresses = [
  ['/solicitudes/1/pagina/a?revisar=1', '/solicitudes/1/pagina/a', '/solicitudes/1/pagina/a?revisar=1', '/solicitudes/1/pagina/a'],
  ['//malo.example/x', 'https://malo.example/', '/', '/'], ['/\\malo.example', '/ingresar', '/', '/'],
  ['/a', undefined, '/a', '/'],
] as const;
for (const [sent, before, path, back] of addresses) {
  test(`a form for ${sent} goes to ${path}, and without it to ${back}`, () => {
    const kept = keptForm({ ...form, path: sent, pageBefore: before });
    assert.deepEqual([kept.path, kept.back, 'pageBefore' in kept], [path, back, false]);
  });
}

test('people recognise sentences, not the codes of choices', () => {
  assert.deepEqual(ownWords([['respuesta', 'observar'], ['motivo', ' Falta la firma '], ['llave', '0193f2a0-0000-7000-8000-000000000000'], ['detalle', 'Una línea\nOtra']]), ['Falta la firma', 'Una línea\nOtra']);
  assert.equal(ownWords([['a', 'palabra '.repeat(100)]])[0]?.length, 301);
  assert.equal(ownWords(Array.from({ length: 40 }, () => ['a', 'b c'] as const)).length, 12);
});
