import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { instantOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, type CaseId } from '#kernel/ids.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import {
  acceptOffer, bookSlot, cancelAppointment, defineResource, findLiveAppointment, findWaiting, joinWaitingList, leaveWaitingList, offerSlots,
  type Appointment, type Booking, type Resource, type ResourceDefinition,
} from './index.ts';
import { subscriptions } from './subscriptions.ts';

const entityId = newId<'entity'>();
const now = new Date('2026-03-02T12:00:00Z'), monday = day('2026-03-09');
const nine = instantOf(monday, '09:00'), ten = instantOf(monday, '10:00');

let fresh: FreshDatabase, count = 0;
before(async () => { fresh = await freshDatabase(); });
after(() => fresh.close());

function day(text: string): LocalDate { return parseLocalDate(text) ?? assert.fail(text); }
const define = (changes: Partial<ResourceDefinition> = {}): Promise<Resource> => defineResource(fresh.db, entityId, {
  key: `equipo-${++count}`, name: 'Inspección', address: 'Oruro', instructions: [], place: { department: 'OR' }, hours: [1, 2].map((weekday) => ({ weekday, from: '09:00', until: '12:00' })),
  slotMinutes: 30, capacity: 1, noticeHours: 24, daysAheadMax: 30, changeUntilHours: 24, cancelUntilHours: 2, ...changes,
}, now);
const book = (resource: Resource, changes: Partial<Booking> = {}): Promise<Appointment> =>
  bookSlot(fresh.db, { resource, start: nine, caseId: newId<'case'>(), personId: newId<'person'>(), channel: 'internet', idempotencyKey: newId(), now, ...changes });
const refusedAs = (code: string) => (caught: unknown): boolean => isRefusal(caught, `appointments.${code}`);
const topics = async (caseId: CaseId): Promise<string[]> =>
  (await fresh.db.rows<{ topic: string }>(`select topic from kernel.outbox where payload->>'caseId' = $1 order by id`, [caseId])).map(({ topic }) => topic);
const freeAt = async (resource: Resource, start: Date): Promise<number> =>
  (await offerSlots(fresh.db, resource, monday, 1, now))[0]?.slots.find((slot) => slot.start.getTime() === start.getTime())?.free ?? 0;

const wait = async (resource: Resource, changes: { fromDay?: LocalDate; untilDay?: LocalDate; caseId?: CaseId; at?: Date } = {}) =>
  joinWaitingList(fresh.db, { resource, caseId: changes.caseId ?? newId<'case'>(), personId: newId<'person'>(), fromDay: changes.fromDay ?? monday, untilDay: changes.untilDay ?? monday, now: changes.at ?? now });
const cancel = (resource: Resource, made: Pick<Appointment, 'id' | 'personId'>) =>
  cancelAppointment(fresh.db, { resource, appointmentId: made.id, reason: 'viaje', actor: { by: made.personId, as: 'applicant' }, now });

test('a freed place is kept for the first who waits for that day, and nobody else can take it', async () => {
  const resource = await define(), made = await book(resource);
  const elsewhere = await wait(resource, { fromDay: day('2026-03-10'), untilDay: day('2026-03-12') });
  const first = await wait(resource, { at: new Date(now.getTime() + 1000) }), second = await wait(resource, { at: new Date(now.getTime() + 2000) });
  await cancel(resource, made);
  const offered = await findWaiting(fresh.db, entityId, first.caseId, resource.id);
  assert.deepEqual([offered?.offer?.start, offered?.offer?.until], [nine, new Date('2026-03-03T12:00:00Z')]);
  for (const other of [elsewhere, second]) assert.equal((await findWaiting(fresh.db, entityId, other.caseId, resource.id))?.offer, undefined);
  assert.deepEqual(await topics(first.caseId), ['appointments.slot_freed', 'appointments.offer_ends']);
  await assert.rejects(book(resource), refusedAs('slot_full'));
  const accepted = await acceptOffer(fresh.db, resource, first.caseId, now);
  assert.deepEqual([accepted.start, accepted.caseId], [nine, first.caseId]);
  assert.equal(await freeAt(resource, nine), 0);
  await assert.rejects(acceptOffer(fresh.db, resource, first.caseId, now), refusedAs('not_waiting'));
});

test('an offer that nobody takes goes to the next, then the place is free', async () => {
  const resource = await define(), made = await book(resource);
  const first = await wait(resource), second = await wait(resource, { at: new Date(now.getTime() + 1000) });
  await cancel(resource, made);
  const [handler] = subscriptions;
  const later = new Date(now.getTime() + 24 * 3_600_000), end = (waitingId: string, at: Date) => handler!.handle(fresh.db, { topic: '', key: '', attempt: 1, now: at, payload: { entityId, waitingId } });
  await end(first.id, new Date(later.getTime() - 1));
  assert.notEqual((await findWaiting(fresh.db, entityId, first.caseId, resource.id))?.offer, undefined);
  await assert.rejects(acceptOffer(fresh.db, resource, first.caseId, later), refusedAs('offer_over'));
  await end(first.id, later);
  assert.equal((await findWaiting(fresh.db, entityId, first.caseId, resource.id))?.offer, undefined);
  assert.deepEqual((await findWaiting(fresh.db, entityId, second.caseId, resource.id))?.offer?.start, nine);
  await leaveWaitingList(fresh.db, resource, second.caseId, later);
  assert.deepEqual((await findWaiting(fresh.db, entityId, first.caseId, resource.id))?.offer?.start, nine);
  await leaveWaitingList(fresh.db, resource, first.caseId, later);
  assert.equal(await freeAt(resource, nine), 1);
});

test('who has a later appointment moves to the freed place, and its own goes on to the next', async () => {
  const resource = await define(), early = await book(resource), late = await book(resource, { start: ten });
  await wait(resource, { caseId: late.caseId });
  const next = await wait(resource, { at: new Date(now.getTime() + 1000) });
  await cancel(resource, early);
  const moved = await acceptOffer(fresh.db, resource, late.caseId, now);
  assert.deepEqual([moved.id, moved.start], [late.id, nine]);
  assert.deepEqual((await findWaiting(fresh.db, entityId, next.caseId, resource.id))?.offer?.start, ten);
});

test('nobody waits twice, nor for days that have passed', async () => {
  const resource = await define(), one = await wait(resource);
  await assert.rejects(wait(resource, { caseId: one.caseId }), refusedAs('already_waiting'));
  await assert.rejects(wait(resource, { fromDay: day('2026-02-01'), untilDay: day('2026-02-02') }), refusedAs('wrong_range'));
});

test('a new holiday tells the appointments of its day, and only those it reaches', async () => {
  const oruro = await define(), tarija = await define({ place: { department: 'TJ' } });
  const here = await book(oruro), there = await book(tarija), after = await book(oruro, { start: instantOf(day('2026-03-10'), '09:00') });
  await fresh.db.rows(`insert into calendars.day (id, day, name, scope, of, norm, source, origin, added_at) values ($1, $2, 'Duelo', 'department', 'OR', 'Ley 1', 'x', 'content', $3)`, [newId(), monday, now]);
  await fresh.db.rows('update calendars.revision set revision = revision + 1');
  await subscriptions[1]!.handle(fresh.db, { topic: '', key: '', attempt: 1, now, payload: { revision: 1, days: [{ day: monday }] } });
  assert.deepEqual([await topics(here.caseId), await topics(there.caseId), await topics(after.caseId)].map((all) => all.includes('appointments.displaced')), [true, false, false]);
  assert.equal((await offerSlots(fresh.db, oruro, monday, 1, now))[0]?.closed, 'Feriado: Duelo');
  assert.equal((await findLiveAppointment(fresh.db, entityId, here.caseId, oruro.id))?.state, 'booked');
});
