import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepable, type Field } from './keepable.ts';

const many = (count: number, value: string): Field[] => Array.from({ length: count }, (_, at): Field => [`campo-${at}`, value]);

const rows: readonly (readonly [what: string, posted: readonly Field[], kept: readonly Field[] | 'nothing' | 'too_long'])[] = [
  ['texts, as they came', [['motivo', 'Falta la firma'], ['observar', 'carta'], ['observar', 'fecha']], [['motivo', 'Falta la firma'], ['observar', 'carta'], ['observar', 'fecha']]],
  ['never the token', [['_csrf', 'x'.repeat(43)], ['motivo', 'a']], [['motivo', 'a']]],
  ['never a password, in any spelling', [['contrasena', 'a'], ['nueva-contraseña', 'a'], ['Password', 'a'], ['client_secret', 'a'], ['passwd', 'a'], ['nota', 'b']], [['nota', 'b']]],
  ['nothing where nothing was typed', [['_csrf', 'x'], ['motivo', ' \n']], 'nothing'],
  ['nothing where only a password was', [['contrasena', 'secreta']], 'nothing'],
  ['200 fields', many(200, 'a'), many(200, 'a')],
  ['not 201 fields', many(201, 'a'), 'too_long'],
  ['64 KiB with the names', [['a', 'x'.repeat(65_535)]], [['a', 'x'.repeat(65_535)]]],
  ['not a byte more', [['a', 'x'.repeat(65_536)]], 'too_long'],
  ['letters count as the bytes that they are', [['a', 'ñ'.repeat(32_768)]], 'too_long'],
];
for (const [what, posted, kept] of rows) test(`kept of a form: ${what}`, () => assert.deepEqual(keepable(posted), kept));
