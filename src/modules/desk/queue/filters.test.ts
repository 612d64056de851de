import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { queueHref, readFilters, readKey, sayQueueKey, type QueueFilters } from './filters.ts';

const officer = { units: ['ventanilla', 'archivo'] };
const read = (href: string): QueueFilters => readFilters({ query: Object.fromEntries(new URL(href, 'http://x').searchParams) }, officer);
const key = { due: '2026-11-20', caseId: '0193f2a0-0000-7000-8000-000000000000' as never, key: 'f3' };

test('an address says again what was chosen', () => {
  const chosen: QueueFilters = { held: 'free', slug: 'copias-simples', unit: 'archivo', isLate: true, after: key };
  assert.deepEqual(read(queueHref({ held: 'mine', isLate: false }, chosen)), chosen);
});

test('a change of filter goes back to the first page', () => {
  assert.equal(read(queueHref({ held: 'free', isLate: false, after: key }, { slug: 'a' })).after, undefined);
});

test('a unit that is not the officer’s is left out', () => assert.equal(read('/escritorio?unidad=direccion').unit, undefined));

for (const text of ['', 'infinity', '2026-02-30_0193f2a0-0000-7000-8000-000000000000_f1', `2026-11-20_x_f1`, `2026-11-20_${key.caseId}_z1`, "'; drop table"]) {
  test(`«${text}» is no place in a queue`, () => assert.equal(readKey(text), undefined));
}

test('a place where no term runs survives the way through an address', () => assert.deepEqual(readKey(sayQueueKey({ ...key, due: 'infinity' })), { ...key, due: 'infinity' }));

test('whatever an address holds, it is read without a fault', () => fc.assert(fc.property(
  fc.record({ bandeja: fc.string(), tramite: fc.string(), unidad: fc.string(), vencidas: fc.string(), despues: fc.string() }, { requiredKeys: [] }),
  (query) => { assert.ok(['mine', 'free', 'all'].includes(readFilters({ query }, officer).held)); },
)));
