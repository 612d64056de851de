import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oruroExample } from '../../content/examples/oruro.ts';
import { comparePlans } from './compare.ts';
import { rowsIn } from './content.ts';
import type { PlanContent } from './plan.ts';

const { content } = oruroExample, principles = rowsIn(content, 'principios');

const differ: readonly (readonly [what: string, after: PlanContent, found: readonly (readonly [section: string, what: string, kind: string])[]])[] = [
  ['nothing', { ...content }, []],
  ['a text that is changed', { ...content, mision: 'Otra.' }, [['mision', 'Misión', 'changed']]],
  ['a text that is taken away', Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'vision')), [['mision', 'Visión', 'removed']]],
  ['a text that is new', { ...content, diagnostico: 'Así está.' }, [['diagnostico', 'Cómo está hoy la entidad', 'added']]],
  ['a row that is taken away', { ...content, principios: principles.slice(1) }, [['principios', 'Principios: Principio de igualdad', 'removed']]],
  ['a row that is new', { ...content, principios: [...principles, { nombre: 'Principio de prueba' }] }, [['principios', 'Principios: Principio de prueba', 'added']]],
  ['a row that is changed', { ...content, fases: rowsIn(content, 'fases').map((row, at) => (at === 0 ? { ...row, monto: 100 } : row)) }, [['presupuesto', 'Fases: F1', 'changed']]],
  ['rows in another order', { ...content, principios: principles.toReversed() }, []],
];

for (const [what, after, found] of differ) test(`two states of a plan differ by ${what}`, () => {
  assert.deepEqual(comparePlans(content, after).flatMap(({ section, differences }) => differences.map((one) => [section, one.what, one.kind])), found);
});

test('a changed row says what it said and what it says', () => {
  const [section] = comparePlans(content, { ...content, fases: rowsIn(content, 'fases').map((row) => ({ ...row, monto: 100 })) });
  assert.deepEqual(section?.differences[0]?.before.map((line) => line.replace(/\s/g, ' ')), ['Presupuesto de la fase: Bs 35.387.892,16']);
  assert.deepEqual(section?.differences[0]?.after.map((line) => line.replace(/\s/g, ' ')), ['Presupuesto de la fase: Bs 1,00']);
});
