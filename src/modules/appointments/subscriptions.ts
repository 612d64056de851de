import { addDays, instantOf, localDateOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { parseId } from '#kernel/ids.ts';
import { enqueue, type Delivery, type Job, type Subscription } from '#kernel/outbox/index.ts';
import { calendarsChangedTopic, loadCalendar } from '#modules/calendars/index.ts';
import { endOverdueOffer } from './actions/waiting-list.ts';
import type { Resource } from './domain/resource.ts';
import { closedBecause } from './domain/slots.ts';
import { appointmentMessage, offerEndsTopic } from './events.ts';
import { listBetween } from './store/appointments.ts';
import { forgetPastWaiting } from './store/past-waiting.ts';
import { listAllResources } from './store/resources.ts';

/** What happens by itself: offers run out, and a new holiday displaces the appointments of its day. */
export const subscriptions: readonly Subscription[] = [
  { topic: offerEndsTopic, name: 'end an offer', handle: endOffer },
  { topic: calendarsChangedTopic, name: 'tell displaced appointments', handle: tellDisplaced },
];

/** Work that repeats. */
export const jobs: readonly Job[] = [
  { name: 'appointments.past_waiting', everySeconds: 86_400, run: async (db, now) => { await forgetPastWaiting(db, localDateOf(now)); } },
];

async function endOffer(db: Db, { payload, now }: Delivery): Promise<void> {
  const entityId = parseId<'entity'>(payload['entityId']), waitingId = parseId<'waiting'>(payload['waitingId']);
  invariant(entityId && waitingId, 'an offer names its entity and its row');
  await endOverdueOffer(db, entityId, waitingId, now);
}

async function tellDisplaced(db: Db, { payload, now }: Delivery): Promise<void> {
  const days = changedDays(payload['days']).filter((day) => day >= localDateOf(now));
  const revision = typeof payload['revision'] === 'number' ? payload['revision'] : 0;
  if (days.length === 0) return;
  for (const resource of await listAllResources(db)) {
    for (const day of days) await tellOne(db, resource, day, revision);
  }
}

async function tellOne(db: Db, resource: Resource, day: LocalDate, revision: number): Promise<void> {
  const reason = closedBecause(resource, await loadCalendar(db, resource.place, { atLeast: revision }), day);
  if (reason === undefined) return;
  const displaced = (await listBetween(db, resource, instantOf(day), instantOf(addDays(day, 1)))).filter(({ state }) => state === 'booked');
  await enqueue(db, displaced.map((one) => appointmentMessage('appointments.displaced', one, { reason })));
}

const changedDays = (days: unknown): readonly LocalDate[] =>
  Array.isArray(days) ? [...new Set(days.flatMap((one: { day?: unknown }) => (typeof one.day === 'string' ? parseLocalDate(one.day) ?? [] : [])))] : [];
