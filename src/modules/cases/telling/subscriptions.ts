import { certificateTopics } from '#modules/certificates/index.ts';
import { getResource } from '#modules/appointments/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { sayInstant, sayTime } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { parseId } from '#kernel/ids.ts';
import { recordOf } from '#kernel/json.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import type { Delivery, Subscription } from '#kernel/outbox/index.ts';
import { getDefinition } from '../definitions.ts';
import type { Definition } from '../domain/types.ts';
import { topics } from '../events.ts';
import { findCase } from '../store/read.ts';
import { readFact } from '../store/facts.ts';
import { messagesOfFact } from './automatic.ts';
import { tell } from './tell.ts';
import { dayOf } from './variables.ts';

type Words = (db: Db, payload: Delivery['payload']) => Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>;

const appointment: Words = async (db, { entityId, resourceId, start, reason, offeredUntil }) => {
  const entity = parseId<'entity'>(entityId), id = parseId<'resource'>(resourceId);
  invariant(entity && id, 'what is announced of an appointment names its entity and its resource');
  const resource = await getResource(db, entity, id);
  return { cita: { fecha: dayOf(String(start)), hora: sayTime(new Date(String(start))), lugar: `${resource.name}, ${resource.address}`, motivo: reason ?? null, guardado_hasta: typeof offeredUntil === 'string' ? sayInstant(new Date(offeredUntil)) : null } };
};

// Where the diagram speaks next, as in «your copy is ready», nothing is said twice.
const isToldNext = ({ flow }: Definition, element: unknown): boolean =>
  flow.elements[String(element)]?.outgoing.some((id) => flow.elements[flow.flows[id]?.to ?? '']?.attributes.message !== undefined) ?? false;

const certificate: Words = (_db, { title, code, validUntil }) => ({ certificado: { nombre: title, codigo: code, vence: validUntil } });

/** What other modules announce and applicants are told: topic, key of the message, and the words that it needs. */
const announced: readonly (readonly [topic: string, key: string, words: Words])[] = [
  ['appointments.booked', 'appointment_booked', appointment],
  ['appointments.moved', 'appointment_moved', appointment],
  ['appointments.cancelled', 'appointment_cancelled', appointment],
  ['appointments.reminder', 'appointment_reminder', appointment],
  ['appointments.displaced', 'appointment_displaced', appointment],
  ['appointments.slot_freed', 'slot_freed', appointment],
  [certificateTopics.issued, 'certificate_ready', certificate],
  [certificateTopics.expiring, 'certificate_expiring', certificate],
  [certificateTopics.revoked, 'certificate_revoked', certificate],
];

/** Telling people: what the diagram sends, what a fact tells by itself, and what other modules announce about a case. */
export const tellingSubscriptions: readonly Subscription[] = [
  { topic: topics.message, name: 'send what the flow says', handle: (db, delivery) => tellAbout(db, delivery, String(delivery.payload.message), String(delivery.payload.to), {}) },
  { topic: topics.happened, name: 'tell what happened', handle: tellFact },
  ...announced.map(([topic, key, words]): Subscription => ({
    topic, name: `tell ${topic}`, handle: async (db, delivery) => tellAbout(db, delivery, key, 'applicant', await words(db, delivery.payload)),
  })),
];

async function tellAbout(db: Db, { payload, key: idempotencyKey, now }: Delivery, key: string, to: string, more: Readonly<Record<string, unknown>>): Promise<void> {
  const opened = await openFor(db, payload);
  if (!opened || (key === 'certificate_ready' && isToldNext(opened.definition, payload.element))) return;
  await tell(db, opened.definition, opened.current, { key, to, idempotencyKey: `${idempotencyKey}:${key}`, more, now });
}

async function tellFact(db: Db, { payload, now }: Delivery): Promise<void> {
  const opened = await openFor(db, payload);
  const fact = opened && await readFact(db, opened.current.id, Number(payload.seq));
  if (!opened || !fact) return;
  const { current, definition } = opened;
  for (const key of messagesOfFact(definition, fact, typeof payload.previous === 'string' ? payload.previous : null)) {
    await tell(db, definition, current, { key, to: 'applicant', idempotencyKey: `case:${current.id}:${String(payload.seq)}:${key}`, more: chargeWords(fact.data.result ?? fact.data), now });
  }
}

function chargeWords(result: unknown): Readonly<Record<string, unknown>> {
  const { amountMinor, concept } = recordOf(result);
  return typeof amountMinor === 'number' ? { cobro: { monto: sayMoney(bob(amountMinor)), concepto: typeof concept === 'string' ? concept : null } } : {};
}

async function openFor(db: Db, payload: Delivery['payload']) {
  const id = parseId<'case'>(payload.caseId);
  const current = id && await findCase(db, id);
  return current && { current, definition: await getDefinition(db, current.procedureId, current.version) };
}
