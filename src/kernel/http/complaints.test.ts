import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayComplaint } from './complaints.ts';

const said = [
  ['required', '', { missingProperty: 'motivo' }, 'falta «motivo»'],
  ['additionalProperties', '', { additionalProperty: 'otro' }, 'sobra «otro»'],
  ['type', '', { type: 'object' }, 'lo que se envió debe ser un objeto'],
  ['type', '/corregir/0/campo', { type: 'string' }, '«corregir.0.campo» debe ser un texto'],
  ['type', '/limite', { type: ['integer', 'null'] }, '«limite» debe ser un número entero o nulo'],
  ['maximum', '/limite', { limit: 100 }, '«limite» debe ser 100 o menos'],
  ['enum', '/bandeja', { allowedValues: ['mias', 'todas'] }, '«bandeja» debe ser uno de estos valores: mias, todas'],
  ['unheard-of', '/x', {}, '«x» no tiene un valor admitido'],
] as const;

for (const [keyword, instancePath, params, sentence] of said) {
  test(`what breaks ${keyword} at «${instancePath}» is said in Spanish`, () => { assert.equal(sayComplaint({ keyword, instancePath, params }), sentence); });
}
