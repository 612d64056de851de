import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ensureEntity } from '#modules/identity/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { country, figuresByDepartment, figuresByEntity, latestFigures, seriesOf, writeFigures, type Figure } from './figures.ts';

const now = new Date('2026-11-23T10:00:00-04:00');
let fresh: FreshDatabase, first: EntityId, second: EntityId, outside: EntityId;

before(async () => {
  fresh = await freshDatabase();
  const make = (key: string, department: string | null) => ensureEntity(fresh.db, { key, name: `Entidad ${key}`, acronym: key.toUpperCase(), department }, now);
  [first, second, outside] = [await make('aaa', 'OR'), await make('bbb', 'OR'), await make('ccc', 'LP')];
  await fresh.db.rows(`insert into indicators.population (list, version, name, source, confirmed, since, everybody) values ('dos', 1, 'Dos', 'Prueba', true, '2026-01-01', false), ('dos', 2, 'Dos', 'Prueba', true, '2026-02-01', false)`);
  await fresh.db.rows(`insert into indicators.population_member (list, version, entity_key) values ('dos', 1, 'ccc'), ('dos', 2, 'aaa'), ('dos', 2, 'bbb'), ('dos', 2, 'nadie')`);
  await writeFigures(fresh.db, [
    figure({ period: '2025', num: 1 }), figure({ num: 3 }), figure({ num: 4, origin: 'declared' }), figure({ indicator: '7.1', num: null, den: 0, value: null }),
    figure({ entityId: first, num: 1, den: 1 }), figure({ entityId: second, num: 0, den: 1 }), figure({ entityId: outside, num: 1, den: 1 }),
    ...['2026-09', '2026-10', '2026-11'].map((period, at) => figure({ kind: 'month', period, num: at })),
  ]);
});
after(() => fresh.close());

const figure = (more: Partial<Figure>): Figure =>
  ({ indicator: '6.2', entityId: country, kind: 'year', period: '2026', origin: 'computed', num: 0, den: 4, value: 50, operands: {}, cutOff: now, version: 1, sha256: 'x', population: 2, ...more });

test('the latest figure of each indicator and origin says how the goals stand; what has no basis has no value', async () => {
  const found = await latestFigures(fresh.db);
  assert.deepEqual(found.map(({ indicator, origin, period, num, den, value }) => [indicator, origin, period, num, den, value]), [
    ['6.2', 'computed', '2026', 3, 4, 50], ['6.2', 'declared', '2026', 4, 4, 50], ['7.1', 'computed', '2026', null, 0, null],
  ]);
  assert.deepEqual((await latestFigures(fresh.db, first)).map(({ num }) => num), [1]);
});

test('a series gives its last periods, the oldest first', async () => {
  const found = await seriesOf(fresh.db, { indicator: '6.2', kind: 'month', limit: 2 });
  assert.deepEqual(found.map(({ period, num }) => [period, num]), [['2026-10', 1], ['2026-11', 2]]);
});

test('entities are those of the list as it is now, by name, page by page; departments add them up', async () => {
  const query = { indicator: '6.2', population: 'dos', year: '2026' } as const;
  const page = await figuresByEntity(fresh.db, { ...query, limit: 1 }), last = page[0] ?? assert.fail('somebody is on the list');
  const next = await figuresByEntity(fresh.db, { ...query, after: last, limit: 5 });
  assert.deepEqual([...page, ...next].map(({ key, num, den }) => [key, num, den]), [['aaa', 1, 1], ['bbb', 0, 1]]);
  assert.deepEqual(await figuresByDepartment(fresh.db, '6.2', 'dos', '2026'), [{ department: 'OR', entities: 2, num: 1, den: 2 }]);
});

test('a figure that did not move is not written again, and what is published names the country by nobody', async () => {
  assert.equal(await writeFigures(fresh.db, [figure({ num: 3, cutOff: new Date() })]), 0);
  assert.equal(await writeFigures(fresh.db, [figure({ num: 2 })]), 1);
  const [row] = await fresh.db.rows(`select entity_id, num::int from indicators.v_observation where indicator = '6.2' and entity_id is null and period = '2026' and origin = 'computed'`);
  assert.deepEqual(row, { entity_id: null, num: 2 });
});
