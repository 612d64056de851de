import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAccess, readOfficer } from './officer-form.ts';

const good = { name: ' Rosa Mamani ', username: ' Rosa.Mamani ', email: 'rosa@agemed.gob.bo', roles: ['officer'], units: 'admision, laboratorio,admision' };

test('a whole form becomes an officer', () => {
  assert.deepEqual(readOfficer(good).draft, { name: 'Rosa Mamani', username: 'rosa.mamani', email: 'rosa@agemed.gob.bo', roles: ['officer'], units: ['admision', 'laboratorio'] });
});

const rows: readonly [string, object, readonly string[]][] = [
  ['nothing', { name: '', username: '', email: '', roles: [], units: '' }, ['nombre', 'usuario', 'papeles']],
  ['a user name with spaces', { username: 'rosa mamani' }, ['usuario']],
  ['a wrong e-mail', { email: 'rosa@' }, ['correo']],
  ['a role that nobody gives', { roles: ['officer', 'applicant'] }, ['papeles']],
  ['a unit with accents', { units: 'admisión' }, ['unidades']],
  ['an e-mail without end', { email: `a@${'a.'.repeat(100_000)}@` }, ['correo']],
  ['a very long name', { name: 'a'.repeat(121) }, ['nombre']],
];
for (const [name, change, fields] of rows) {
  test(`with ${name} the faults are at ${fields.join(', ')}`, () => {
    const read = readOfficer({ ...good, ...change });
    assert.deepEqual([read.draft, read.faults.map(({ field }) => field)], [undefined, fields]);
  });
}

test('too many units are refused', () => {
  assert.equal(readAccess(['officer'], Array.from({ length: 21 }, (_, i) => `unidad-${i}`).join(',')).access, undefined);
});
