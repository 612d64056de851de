import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '#kernel/access.ts';
import { mayRevoke } from './may-revoke.ts';

const element = (id: string, attributes: Readonly<Record<string, string>>) => ({ id, kind: 'userTask', incoming: [], outgoing: [], attributes }) as const;
const definition = { flow: { id: 'f', flows: {}, starts: {}, eventSubProcesses: {}, elements: { a: element('a', { kind: 'review', unit: 'ventanilla' }), b: element('b', { kind: 'decision', unit: 'archivo' }) } } };

const rows: readonly [who: string, roles: Person['roles'], units: readonly string[], may: boolean][] = [
  ['a supervisor of any unit', ['supervisor'], [], true],
  ['an officer of a unit that decides', ['officer'], ['archivo'], true],
  ['an officer of a unit that only reviews', ['officer'], ['ventanilla'], false],
  ['an auditor with a unit that decides', ['auditor'], ['archivo'], false],
];

for (const [who, roles, units, may] of rows) test(`${who} ${may ? 'may' : 'may not'} revoke`, () => assert.equal(mayRevoke({ roles, units }, definition), may));
