import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '#kernel/access.ts';
import { instantOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, type CaseId, type EntityId, type PersonId } from '#kernel/ids.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import {
  bookSlot, cancelAppointment, defineResource, findAppointment, historyOf, listAppointmentsOfCase, markAttended, markMissed, moveAppointment, offerSlots,
  type Actor, type Booking, type Resource, type ResourceDefinition,
} from './index.ts';

const entityId = newId<'entity'>();
const now = new Date('2026-03-02T12:00:00Z'), monday = day('2026-03-09');
const nine = instantOf(monday, '09:00'), half = instantOf(monday, '09:30'), ten = instantOf(monday, '10:00');
const definition: ResourceDefinition = {
  key: 'inspeccion', name: 'Inspección', address: 'Oruro', instructions: [], place: { department: 'OR' },
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '12:00' })), slotMinutes: 30, capacity: 3,
  noticeHours: 24, daysAheadMax: 30, changeUntilHours: 24, cancelUntilHours: 2,
};
const officer: Person = { id: newId<'person'>(), kind: 'officer', name: 'Óscar', roles: ['officer'], units: [], entityId };

let fresh: FreshDatabase, count = 0;
before(async () => { fresh = await freshDatabase(); });
after(() => fresh.close());

function day(text: string): LocalDate { return parseLocalDate(text) ?? assert.fail(text); }
const define = (changes: Partial<ResourceDefinition> = {}): Promise<Resource> => defineResource(fresh.db, entityId, { ...definition, key: `recurso-${++count}`, ...changes }, now);
const booking = (resource: Resource, changes: Partial<Booking> = {}): Booking =>
  ({ resource, start: nine, caseId: newId<'case'>(), personId: newId<'person'>(), channel: 'internet', idempotencyKey: newId(), now, ...changes });
const book = (resource: Resource, changes: Partial<Booking> = {}) => bookSlot(fresh.db, booking(resource, changes));
const applicant = (by: PersonId): Actor => ({ by, as: 'applicant' });
const refusedAs = (code: string) => (caught: unknown): boolean => isRefusal(caught, `appointments.${code}`);
const topics = async (caseId: CaseId): Promise<string[]> =>
  (await fresh.db.rows<{ topic: string }>(`select topic from kernel.outbox where payload->>'caseId' = $1 order by id`, [caseId])).map(({ topic }) => topic);
const freeAt = async (resource: Resource, start: Date): Promise<number> =>
  (await offerSlots(fresh.db, resource, monday, 1, now))[0]?.slots.find((slot) => slot.start.getTime() === start.getTime())?.free ?? 0;
const takenAndLive = (resource: Resource) => fresh.db.rows<{ taken: number; live: number }>(`
  select s.internet + s.counter as taken, (select count(*)::int from appointments.appointment a where a.resource_id = s.resource_id and a.start = s.start and a.state <> 'cancelled') as live
  from appointments.slot s where s.resource_id = $1`, [resource.id]);

test('fifty ask at once for three places: three get one, the rest are told, and the count is right', async () => {
  const resource = await define();
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => book(resource)));
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 3);
  for (const one of outcomes) if (one.status === 'rejected') assert.ok(isRefusal(one.reason, 'appointments.slot_full'), String(one.reason));
  assert.deepEqual(await takenAndLive(resource), [{ taken: 3, live: 3 }]);
  assert.equal(await freeAt(resource, nine), 0);
  assert.equal(await freeAt(resource, half), 3);
});

test('the same key twenty times at once is one appointment', async () => {
  const resource = await define(), same = booking(resource);
  const made = await Promise.all(Array.from({ length: 20 }, () => bookSlot(fresh.db, same)));
  assert.equal(new Set(made.map(({ id }) => id)).size, 1);
  assert.deepEqual(await takenAndLive(resource), [{ taken: 1, live: 1 }]);
  assert.deepEqual(await topics(same.caseId), ['appointments.booked', 'appointments.reminder']);
});

test('a case has one live appointment with a resource', async () => {
  const resource = await define(), first = await book(resource);
  await assert.rejects(book(resource, { caseId: first.caseId, start: half }), refusedAs('already_booked'));
  assert.equal(await freeAt(resource, half), 3);
});

test('a refusal that the caller catches leaves nothing behind in the transaction', async () => {
  const resource = await define({ capacity: 1 }), late = booking(resource);
  await book(resource);
  await fresh.db.transaction(async (tx) => { await bookSlot(tx, late).catch((caught: unknown) => assert.ok(isRefusal(caught, 'appointments.slot_full'))); });
  assert.deepEqual(await listAppointmentsOfCase(fresh.db, entityId, late.caseId), []);
});

const quotaRows: readonly [channel: 'internet' | 'counter', quotas: NonNullable<ResourceDefinition['quotas']>, got: number][] = [
  ['internet', { internet: 2 }, 2], ['counter', { internet: 2 }, 3], ['internet', { internet: 0 }, 0],
];
for (const [channel, quotas, got] of quotaRows) {
  test(`with a quota of ${JSON.stringify(quotas)} ${got} of 6 by ${channel} get a place`, async () => {
    const resource = await define({ quotas });
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => book(resource, { channel })));
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, got);
  });
}

const badStarts: readonly [name: string, start: Date, code: string, channel?: 'counter'][] = [
  ['between two slots', instantOf(monday, '09:10'), 'no_such_slot'], ['on a Saturday', instantOf(day('2026-03-07'), '09:00'), 'no_such_slot'],
  ['after closing', instantOf(monday, '12:00'), 'no_such_slot'], ['in an hour', instantOf(day('2026-03-02'), '09:00'), 'too_soon'],
  ['in the past, at the counter', instantOf(day('2026-02-27'), '09:00'), 'too_soon', 'counter'], ['in two months', instantOf(day('2026-05-04'), '09:00'), 'too_far'],
];
for (const [name, start, code, channel] of badStarts) {
  test(`a start ${name} is refused as ${code}`, async () => assert.rejects(book(await define(), { start, channel: channel ?? 'internet' }), refusedAs(code)));
}

test('the counter may book within the notice that the internet must keep', async () => {
  assert.equal((await book(await define(), { start: instantOf(day('2026-03-02'), '09:00'), channel: 'counter' })).channel, 'counter');
});

test('a move takes the new place and leaves the old one; its history and messages say so', async () => {
  const resource = await define(), made = await book(resource), actor = applicant(made.personId);
  const moved = await moveAppointment(fresh.db, { resource, appointmentId: made.id, start: ten, actor, now });
  assert.deepEqual([moved.start, moved.sequence], [ten, 1]);
  assert.deepEqual([await freeAt(resource, nine), await freeAt(resource, ten)], [3, 2]);
  assert.deepEqual((await historyOf(fresh.db, made)).map(({ act, start, movedFrom }) => [act, start, movedFrom]), [['booked', nine, null], ['moved', ten, nine]]);
  assert.deepEqual(await topics(made.caseId), ['appointments.booked', 'appointments.moved', 'appointments.reminder']);
  assert.equal((await moveAppointment(fresh.db, { resource, appointmentId: made.id, start: ten, actor, now })).sequence, 1);
});

test('a move to a full slot keeps the old place', async () => {
  const resource = await define({ capacity: 1 }), made = await book(resource);
  await book(resource, { start: ten });
  await assert.rejects(moveAppointment(fresh.db, { resource, appointmentId: made.id, start: ten, actor: applicant(made.personId), now }), refusedAs('slot_full'));
  assert.deepEqual((await findAppointment(fresh.db, entityId, made.id))?.start, nine);
  assert.equal(await freeAt(resource, nine), 0);
});

test('moves in opposite directions at once never block one another, and every count is right', async () => {
  const resource = await define({ capacity: 10 });
  const made = await Promise.all(Array.from({ length: 12 }, (_, i) => book(resource, { start: i % 2 === 0 ? nine : ten })));
  const outcomes = await Promise.allSettled(made.map((one, i) => moveAppointment(fresh.db, { resource, appointmentId: one.id, start: i % 2 === 0 ? ten : nine, actor: applicant(one.personId), now })));
  for (const one of outcomes) if (one.status === 'rejected') assert.ok(isRefusal(one.reason, 'appointments.slot_full'), String(one.reason));
  for (const { taken, live } of await takenAndLive(resource)) assert.equal(taken, live);
});

const windowRows: readonly [act: 'move' | 'cancel', as: Actor['as'], hoursBefore: number, code: string | undefined][] = [
  ['move', 'applicant', 25, undefined], ['move', 'applicant', 23, 'too_late'], ['move', 'officer', 1, undefined],
  ['cancel', 'applicant', 3, undefined], ['cancel', 'applicant', 1, 'too_late'], ['cancel', 'officer', 1, undefined], ['cancel', 'officer', -1, 'too_late'],
];
for (const [act, as, hoursBefore, code] of windowRows) {
  test(`${act} by ${as} ${hoursBefore} hours before: ${code ?? 'done'}`, async () => {
    const resource = await define({ noticeHours: 0 }), made = await book(resource);
    const when = new Date(nine.getTime() - hoursBefore * 3_600_000), actor: Actor = { by: made.personId, as };
    const done = act === 'move' ? moveAppointment(fresh.db, { resource, appointmentId: made.id, start: instantOf(day('2026-03-11'), '09:00'), actor, now: when })
      : cancelAppointment(fresh.db, { resource, appointmentId: made.id, reason: 'viaje', actor, now: when });
    if (code) await assert.rejects(done, refusedAs(code)); else await done;
  });
}

test('a cancelled appointment frees its place, keeps its reason, and its case can book again', async () => {
  const resource = await define({ capacity: 1 }), made = await book(resource), actor = applicant(made.personId);
  await assert.rejects(cancelAppointment(fresh.db, { resource, appointmentId: made.id, reason: ' ', actor, now }), refusedAs('reason_needed'));
  for (let i = 0; i < 2; i++) assert.equal((await cancelAppointment(fresh.db, { resource, appointmentId: made.id, reason: 'viaje', actor, now })).state, 'cancelled');
  assert.equal((await historyOf(fresh.db, made)).at(-1)?.reason, 'viaje');
  assert.deepEqual(await topics(made.caseId), ['appointments.booked', 'appointments.cancelled']);
  assert.equal((await book(resource, { caseId: made.caseId })).state, 'booked');
});

test('attendance is noted once, not before its time, and not after a cancellation', async () => {
  const resource = await define(), one = await book(resource), other = await book(resource), atNine = new Date(nine.getTime() + 60_000);
  await assert.rejects(markAttended(fresh.db, { entityId, appointmentId: one.id, by: officer, now }), refusedAs('too_early'));
  await assert.rejects(markMissed(fresh.db, { entityId, appointmentId: one.id, by: officer, now: new Date(nine.getTime() - 60_000) }), refusedAs('too_early'));
  for (let i = 0; i < 2; i++) assert.equal((await markAttended(fresh.db, { entityId, appointmentId: one.id, by: officer, now: atNine })).state, 'attended');
  assert.equal((await markMissed(fresh.db, { entityId, appointmentId: other.id, by: officer, now: atNine })).state, 'missed');
  await assert.rejects(markMissed(fresh.db, { entityId, appointmentId: one.id, by: officer, now: atNine }), refusedAs('not_booked'));
  assert.equal((await topics(one.caseId)).filter((topic) => topic === 'appointments.attended').length, 1);
});

test('another entity’s appointment does not exist', async () => {
  const made = await book(await define()), stranger: EntityId = newId<'entity'>();
  assert.equal(await findAppointment(fresh.db, stranger, made.id), undefined);
  await assert.rejects(markAttended(fresh.db, { entityId: stranger, appointmentId: made.id, by: officer, now: nine }), refusedAs('not_found'));
});

test('defining a resource again keeps its id and takes its new words', async () => {
  const first = await define(), again = await defineResource(fresh.db, entityId, { ...definition, key: first.key, name: 'Otro nombre' }, now);
  assert.deepEqual([again.id, again.name], [first.id, 'Otro nombre']);
});
