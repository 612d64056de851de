import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '#kernel/access.ts';
import { instantOf, parseLocalDate } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { markupFaults } from '#support/markup.ts';
import { bookSlot, defineResource, findAppointment, type Appointment, type Resource } from './index.ts';
import { appointmentRoutes } from './routes.ts';

const now = new Date('2026-03-09T13:05:00Z'), entityId = newId<'entity'>();
const officer: Person = { id: newId<'person'>(), kind: 'officer', name: 'Óscar', roles: ['officer'], units: [], entityId };
const monday = parseLocalDate('2026-03-09') ?? assert.fail();
const routes = appointmentRoutes((one) => `/escritorio/expedientes/${one.caseId}`);
let fresh: FreshDatabase, resource: Resource, made: Appointment;
before(async () => {
  fresh = await freshDatabase();
  resource = await defineResource(fresh.db, entityId, { key: 'inspeccion', name: 'Inspección', address: 'Oruro', instructions: [], place: {}, hours: [{ weekday: 1, from: '09:00', until: '12:00' }],
    slotMinutes: 30, capacity: 1, noticeHours: 0, daysAheadMax: 30, changeUntilHours: 1, cancelUntilHours: 1 }, now);
  made = await bookSlot(fresh.db, { resource, start: instantOf(monday, '09:00'), caseId: newId<'case'>(), personId: newId<'person'>(), channel: 'internet', idempotencyKey: 'k', now: new Date('2026-03-02T12:00:00Z'), label: '2026-000123', attendee: 'Juana Mamani' });
});
after(() => fresh.close());
const asked = (person: Person, form?: Record<string, string>) => ({ db: fresh.db, now, person, ...(form && { form }) });

test('the officer sees today’s appointments with a way to the case, and the look is written down', async () => {
  const content = pageOf(await call(routes, 'GET /escritorio/agenda', asked(officer)));
  for (const words of ['Juana Mamani', `/escritorio/expedientes/${made.caseId}`, 'Lunes, 9 de marzo de 2026']) assert.ok(String(content.main).includes(words), words);
  assert.deepEqual(await markupFaults(content), []);
  const [row] = await fresh.db.rows('select action, person_id, detail from kernel.audit order by id desc limit 1');
  assert.deepEqual(row, { action: 'appointments.agenda_read', person_id: officer.id, detail: { day: '2026-03-09' } });
});

test('another day is asked for by a link or by the three boxes', async () => {
  for (const query of ['dia=2026-03-16', 'dia-day=16&dia-month=3&dia-year=2026']) {
    assert.ok(String(pageOf(await call(routes, `GET /escritorio/agenda?${query}`, asked(officer))).main).includes('Lunes, 16 de marzo de 2026</h1>'), query);
  }
});

test('attendance is noted from the agenda and leads back to it', async () => {
  const answer = await call(routes, `POST /escritorio/agenda/${made.id}/asistencia`, asked(officer, { outcome: 'attended' }));
  assert.deepEqual(answer.body, { kind: 'redirect', to: `/escritorio/agenda?dia=2026-03-09&recurso=${resource.id}` });
  assert.equal((await findAppointment(fresh.db, entityId, made.id))?.state, 'attended');
});

const stranger: Person = { ...officer, entityId: newId<'entity'>() };
const { entityId: _none, ...nowhere } = officer;
const refusedRows: readonly [name: string, request: () => string, who: Person, form: Record<string, string>, code: string][] = [
  ['another entity’s resource', () => `GET /escritorio/agenda?recurso=${resource.id}`, stranger, {}, 'resource_not_found'],
  ['another entity’s appointment', () => `POST /escritorio/agenda/${made.id}/asistencia`, stranger, { outcome: 'missed' }, 'not_found'],
  ['an id that is none', () => 'POST /escritorio/agenda/x/asistencia', officer, { outcome: 'missed' }, 'not_found'],
  ['no outcome', () => `POST /escritorio/agenda/${made.id}/asistencia`, officer, {}, 'outcome_needed'],
  ['an officer of no entity', () => 'GET /escritorio/agenda', nowhere, {}, 'no_entity'],
];
for (const [name, request, who, form, code] of refusedRows) {
  test(`the agenda refuses ${name} as ${code}`, () => assert.rejects(call(routes, request(), asked(who, form)), (caught) => isRefusal(caught, `appointments.${code}`)));
}

test('an entity without resources is told so', async () => {
  assert.ok(String(pageOf(await call(routes, 'GET /escritorio/agenda', asked(stranger))).main).includes('no atiende con cita'));
});
