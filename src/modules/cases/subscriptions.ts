import { calendarsChangedTopic } from '#modules/calendars/index.ts';
import { certificateTopics, revocationReasons } from '#modules/certificates/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { parseId } from '#kernel/ids.ts';
import { recordOf } from '#kernel/json.ts';
import type { Delivery, Subscription } from '#kernel/outbox/index.ts';
import { recomputeAll } from './actions/recompute-all.ts';
import { perform, systemActor } from './actions/perform.ts';
import { getDefinition } from './definitions.ts';
import { topics } from './events.ts';
import type { Service } from './services/contract.ts';
import { findCase } from './store/read.ts';

/** What this module does when something happened: its own timers and service calls, and what payments and appointments announce. */
export const caseSubscriptions = (services: readonly Service[]): readonly Subscription[] => [
  { topic: topics.timer, name: 'fire case timer', handle: fireTimer },
  { topic: topics.service, name: 'run case service', handle: (db, delivery) => runService(services, db, delivery) },
  { topic: calendarsChangedTopic, name: 'compute terms again', handle: recomputeAll },
  { topic: topics.recompute, name: 'compute more terms again', handle: recomputeAll },
  { topic: certificateTopics.revoked, name: 'revocation joins the story', handle: noteRevocation },
  { topic: 'payments.settled', name: 'payment reaches the case', handle: (db, delivery) => tellCase(db, delivery, 'payment') },
  { topic: 'appointments.booked', name: 'appointment reaches the case', handle: (db, delivery) => tellCase(db, delivery, 'appointment') },
  { topic: 'appointments.attended', name: 'attendance reaches the case', handle: (db, delivery) => tellCase(db, delivery, 'attendance') },
  { topic: 'appointments.missed', name: 'absence reaches the case', handle: (db, delivery) => tellCase(db, delivery, 'absence') },
  { topic: 'appointments.cancelled', name: 'cancellation reaches the case', handle: (db, delivery) => tellCase(db, delivery, 'cancellation') },
];

// What the case no longer waits for is no fault: the timer was taken back, or the delivery came twice.
const settled = ['cases.not_awaited', 'cases.closed', 'cases.not_found'];

async function quietly(work: Promise<void>): Promise<void> {
  await work.catch((caught: unknown) => { if (!isRefusal(caught) || !settled.includes(caught.code)) throw caught; });
}

// The public class of the reason in words; the full reason stays with the entity.
function sayReason(reason: unknown): string {
  const words: Readonly<Record<string, string>> = revocationReasons;
  return words[String(reason)] ?? '';
}

async function noteRevocation(db: Db, { payload, key, now }: Delivery): Promise<void> {
  const id = parseId<'case'>(payload.caseId);
  const event = { type: 'note_revocation', by: systemActor, certificateId: String(payload.certificateId), code: String(payload.code), reason: sayReason(payload.reason) } as const;
  if (id) await quietly(perform<'note_revocation'>(db, id, now, () => ({ event, extra: { commandKey: key } })));
}

async function fireTimer(db: Db, { payload, now }: Delivery): Promise<void> {
  const id = parseId<'case'>(payload.caseId);
  if (id) await quietly(perform<'fire_timer'>(db, id, now, () => ({ event: { type: 'fire_timer', by: systemActor, id: String(payload.timer) } })));
}

async function runService(services: readonly Service[], db: Db, { payload, key, now }: Delivery): Promise<void> {
  const id = parseId<'case'>(payload.caseId);
  const current = id && await findCase(db, id);
  if (!current) return;
  const request = { element: String(payload.element), token: Number(payload.token), service: String(payload.service) };
  if (!current.state.flow.tokens.some((token) => token.id === request.token && token.at === request.element)) return;
  const service = services.find((one) => one.name === request.service);
  const definition = await getDefinition(db, current.procedureId, current.version);
  const parameters = recordOf(payload.parameters);
  const answer = service === undefined
    ? { code: 'unknown_service', reason: `El servicio «${request.service}» no existe en esta instalación.` }
    : await service.run(db, { current, definition, element: request.element, key, parameters, now });
  await quietly('result' in answer
    ? perform<'service_done'>(db, current.id, now, () => ({ event: { type: 'service_done', by: systemActor, ...request, result: answer.result }, extra: { commandKey: key } }))
    : perform<'service_failed'>(db, current.id, now, () => ({ event: { type: 'service_failed', by: systemActor, ...request, ...answer }, extra: { commandKey: key } })));
}

/** A message for the case that another module announces; it may come before the flow waits for it, and is then tried again. */
async function tellCase(db: Db, { payload, now, topic, key }: Delivery, name: string): Promise<void> {
  const id = parseId<'case'>(payload.caseId);
  if (!id) return;
  const data = recordOf(payload);
  const work = perform<'receive_message'>(db, id, now, () => ({ event: { type: 'receive_message', by: systemActor, name, data }, extra: { commandKey: `${topic}:${key}` } }));
  await work.catch(async (caught: unknown) => {
    if (!isRefusal(caught) || !settled.includes(caught.code)) throw caught;
    // Still on its way to the wait: a service of this case is running.
    const current = await findCase(db, id);
    const busy = current?.state.flow.tokens.some((token) => !current.state.waits.some((wait) => wait.token === token.id) && !current.state.tasks.some((task) => task.key === `f${token.id}`));
    if (busy && current?.state.closedAt === undefined) throw caught;
  });
}
