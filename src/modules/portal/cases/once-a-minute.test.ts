import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceAMinute } from './once-a-minute.ts';

const file = ['10:27', 'Lidia Choque', 'Vio un archivo'], open = ['10:27', 'Lidia Choque', 'Vio el expediente'], later = ['10:28', 'Lidia Choque', 'Vio un archivo'];

const rows: readonly (readonly [what: string, lines: string[][], expected: string[][]])[] = [
  ['nothing', [], []],
  ['different deeds stay as they are, in their order', [file, open, later], [file, open, later]],
  ['the same within a minute is said once, where it was last, with how often', [later, file, open, file, file], [later, ['10:27', 'Lidia Choque', 'Vio un archivo (3 veces)'], open]],
];
for (const [what, lines, expected] of rows) test(what, () => assert.deepEqual(onceAMinute(lines), expected));
