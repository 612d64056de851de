import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResources } from './resources.ts';

const good = `
resources:
  - key: emision
    name: Ventanilla de emisión
    address: Calle 1
    department: OR
    instructions: [ Traiga su cédula. ]
    hours: [ { days: [ lunes, martes ], from: "08:30", until: "12:00" } ]
    slotMinutes: 15
    capacity: 2
    quotas: { internet: 1 }
`;

test('a resource is read with its hours, quotas and place', () => {
  const { value, faults } = parseResources(good, 'resources.yaml');
  assert.deepEqual(faults, []);
  assert.deepEqual(value?.[0]?.hours, [{ weekday: 1, from: '08:30', until: '12:00' }, { weekday: 2, from: '08:30', until: '12:00' }]);
  assert.deepEqual([value?.[0]?.quotas, value?.[0]?.place], [{ internet: 1 }, { department: 'OR' }]);
});

const wrong = [
  //  what                      text                                                       code
  ['a day that does not exist', good.replace('martes', 'martez'),                           'resources.unknown_word'],
  ['no capacity',               good.replace('    capacity: 2\n', ''),                      'resources.missing'],
  ['slots longer than the day', good.replace('slotMinutes: 15', 'slotMinutes: 400'),        'resources.resource'],
  ['an unknown member',         good.replace('capacity', 'capacidad'),                      'resources.unknown_key'],
  ['no YAML at all',            'resources: [',                                             undefined],
] as const;

for (const [what, text, code] of wrong) {
  test(`${what} is a fault with its line, and nothing is thrown`, () => {
    const { value, faults } = parseResources(text, 'resources.yaml');
    assert.equal(value, undefined);
    assert.ok(faults.length > 0 && (code === undefined || faults.some((fault) => fault.code === code && fault.line !== undefined)), JSON.stringify(faults));
  });
}
