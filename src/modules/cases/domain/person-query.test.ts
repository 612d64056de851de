import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personWords } from './person-query.ts';

const rows: readonly [typed: string, words: readonly string[]][] = [
  ['Óscar  Ñáñez', ['oscar', 'nanez']], ['o’connor, maría', ['connor', 'maria']], ['6123450-1A', ['61234501a']], [' 4.567.891 ', ['4567891']],
  ['', []], ['a', []], ["' | !:*", []],
];
for (const [typed, words] of rows) test(`«${typed}» looks for ${words.join(' and ') || 'nobody'}`, () => assert.deepEqual(personWords(typed), words));
