import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '#kernel/access.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { markupFaults } from '#support/markup.ts';
import { syncContent } from './actions/sync-content.ts';
import { shippedRules } from './content/index.ts';
import { calendarRoutes } from './routes.ts';
import { listDays } from './store/days.ts';

const now = new Date('2026-03-02T12:00:00Z');
const person: Person = { id: newId<'person'>(now), kind: 'officer', name: 'Ada', roles: ['admin'], units: [] };
let fresh: FreshDatabase;
before(async () => { fresh = await freshDatabase(); await syncContent(fresh.db, shippedRules(), now); });
after(() => fresh.close());

const get = (address: string, who?: Person) => call(calendarRoutes, `GET ${address}`, { db: fresh.db, now, ...(who && { person: who }) });
const post = (address: string, form: Record<string, string>) => call(calendarRoutes, `POST ${address}`, { db: fresh.db, now, person, form });
const written = (changes: Record<string, string> = {}): Record<string, string> => ({
  name: 'Duelo nacional', 'from-day': '4', 'from-month': '3', 'from-year': '2026', 'until-day': '', 'until-month': '', 'until-year': '',
  scope: 'national', department: '', municipality: '', norm: 'Decreto Supremo 9999', source: 'Gaceta Oficial, 03-03-2026', ...changes,
});

const listRows: readonly [address: string, shows: readonly string[], hides: readonly string[]][] = [
  ['/calendario', ['Feriados de 2026 en Bolivia', 'viernes, 23 de enero de 2026', 'Decreto Supremo 5521, art. 4', 'Efeméride de Oruro', 'Por confirmar'], ['Agregar un día', '2025</td>']],
  ['/calendario?departamento=OR&anio=2025', ['en Oruro', 'Revolución del 6 de octubre'], ['Batalla de Aroma', '2026</th>']],
  ['/calendario?anio=2040', ['Todavía no se conocen los feriados de 2040'], []],
];
for (const [address, shows, hides] of listRows) {
  test(`${address} lists its days, in clean markup`, async () => {
    const content = pageOf(await get(address)), text = String(content.main);
    for (const words of shows) assert.ok(text.includes(words), words);
    for (const words of hides) assert.ok(!text.includes(words), words);
    assert.deepEqual(await markupFaults(content), []);
  });
}

for (const [address, code] of [['/calendario?anio=20x6', 'bad_year'], ['/api/v1/feriados?departamento=Lima', 'unknown_department']] as const) {
  test(`${address} is refused as ${code}`, () => assert.rejects(get(address), (caught) => isRefusal(caught, `calendars.${code}`)));
}

test('machines get the same days', async () => {
  const { body } = await get('/api/v1/feriados?anio=2026&departamento=oruro');
  assert.ok(body.kind === 'json');
  const { feriados, departamento } = body.value as { feriados: { fecha: string; alcance: string; norma: string }[]; departamento: string };
  assert.equal(departamento, 'OR');
  assert.equal(feriados.length, 16);
  assert.deepEqual(feriados.find(({ fecha }) => fecha === '2026-02-10')?.alcance, 'departamental');
});

const badRows: readonly [name: string, changes: Record<string, string>, shown: string][] = [
  ['no name', { name: '' }, 'Escriba el nombre del feriado'],
  ['a day that is none', { 'from-day': '31', 'from-month': '2' }, 'Ese día no existe'],
  ['an end before the start', { 'until-day': '3', 'until-month': '3', 'until-year': '2026' }, 'El último día es anterior al primero'],
  ['two months at once', { 'until-day': '4', 'until-month': '5', 'until-year': '2026' }, 'hasta 31 días seguidos'],
  ['no reach', { scope: '' }, 'Elija si el feriado es de todo el país'],
  ['a department that is not chosen', { scope: 'department' }, 'Elija el departamento'],
  ['a municipality without name', { scope: 'municipality' }, 'Escriba el nombre del municipio'],
  ['a norm as long as a book', { norm: 'x'.repeat(201) }, 'Acorte este texto'],
];
for (const [name, changes, shown] of badRows) {
  test(`a declaration with ${name} comes back with its error`, async () => {
    for (const address of ['/calendario/dias/revision', '/calendario/dias']) {
      const answer = await post(address, written(changes));
      assert.equal(answer.status, 422);
      assert.ok(String(pageOf(answer).main).includes(shown));
      assert.deepEqual(await markupFaults(pageOf(answer)), []);
    }
  });
}

test('the review says how many days change and keeps nothing', async () => {
  const before = await listDays(fresh.db);
  const content = pageOf(await post('/calendario/dias/revision', written({ 'until-day': '8', 'until-month': '3', 'until-year': '2026' })));
  const text = String(content.main);
  for (const words of ['3 días hábiles dejan de serlo', 'ya no eran hábiles: 7 de marzo de 2026; 8 de marzo de 2026', 'martes, 10 de marzo de 2026', 'viernes, 13 de marzo de 2026']) assert.ok(text.includes(words), words);
  assert.deepEqual(await markupFaults(content), []);
  assert.deepEqual(await listDays(fresh.db), before);
});

test('after the review the data come back to be corrected', async () => {
  const content = pageOf(await post('/calendario/dias/nuevo', written({ name: 'Duelo departamental', scope: 'department', department: 'BE' })));
  for (const words of ['value="Duelo departamental"', 'value="BE" selected', 'value="2026"']) assert.ok(String(content.main).includes(words), words);
});

test('a day that is a holiday already changes nothing', async () => {
  assert.ok(String(pageOf(await post('/calendario/dias/revision', written({ 'from-day': '3', 'from-month': '4' }))).main).includes('Ningún día hábil cambia'));
});

test('a declared day is on the list, and can be withdrawn with a reason only', async () => {
  const kept = await post('/calendario/dias', written({ scope: 'department', department: 'TJ' }));
  assert.deepEqual(kept.body, { kind: 'redirect', to: '/calendario?anio=2026&departamento=TJ' });
  const list = pageOf(await get('/calendario?departamento=TJ', person));
  assert.ok(String(list.main).includes('Duelo nacional'));
  assert.deepEqual(await markupFaults(list), []);
  const address = /\/calendario\/dias\/[0-9a-f-]+\/retiro/.exec(String(list.main))?.[0] ?? assert.fail('no link to withdraw');
  assert.deepEqual(await markupFaults(pageOf(await get(address, person))), []);
  assert.equal((await post(address, { reason: ' ' })).status, 422);
  assert.equal((await post(address, { reason: 'fecha equivocada' })).status, 303);
  await assert.rejects(get(address, person), (caught) => isRefusal(caught, 'calendars.day_not_found'));
});
