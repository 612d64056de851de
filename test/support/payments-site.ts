import { randomBytes } from 'node:crypto';
import type { Person } from '#kernel/access.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/index.ts';
import { framePage } from '#kernel/html/frame.ts';
import { buildServer } from '#kernel/http/index.ts';
import { newId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { createDispatcher, type Subscription } from '#kernel/outbox/index.ts';
import { createCharge, paymentsModule, settledTopic, type Charge, type ChargeRequest, type Payments, type PaymentSettled } from '#modules/payments/index.ts';
import { freshDatabase } from './database.ts';
import { freePort } from './servers/ports.ts';
import { Visitor } from './visitor.ts';

/** A listening site with nothing but payments and their simulator. Its clock runs as ours does, and can be moved ahead. */
export type PaymentsSite = {
  readonly db: Database; readonly origin: string; readonly payments: Payments & Module; readonly clock: Clock; readonly pass: (seconds: number) => void;
  /** What was announced as paid, in order. */
  readonly announced: readonly PaymentSettled[];
  readonly payer: Person; readonly admin: Person;
  /** A browser of somebody. */
  readonly as: (person?: Person) => Visitor;
  readonly charge: (changes?: Partial<ChargeRequest>) => Promise<Charge>;
  /** Delivers what waits in the outbox. */
  readonly deliver: () => Promise<number>;
  /** Runs a job of the module by name. */
  readonly runJob: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts it on a free port, with a database of its own; whoever calls says who they are by a cookie. */
export async function startPaymentsSite(environment: Readonly<Record<string, string>> = {}): Promise<PaymentsSite> {
  const { db, close } = await freshDatabase();
  let ahead = 0;
  const clock: Clock = { now: () => new Date(Date.now() + ahead) }, port = await freePort(), origin = `http://127.0.0.1:${port}`, announced: PaymentSettled[] = [];
  const entityId = newId<'entity'>(clock.now());
  const payer: Person = { id: newId<'person'>(clock.now()), kind: 'citizen', name: 'Ana María Quispe Mamani', roles: ['applicant'], units: [] };
  const admin: Person = { id: newId<'person'>(clock.now()), kind: 'officer', name: 'Luis', roles: ['admin'], units: [], entityId };
  const payments = paymentsModule({ db, clock, log: silentLog, config: { demo: true, environment }, publicUrl: () => origin, selfUrl: () => origin, pace: { slowMillis: 3_000, timeoutMillis: 2_000, lateSeconds: 60 } });
  const heard: Subscription = { topic: settledTopic, name: 'the test listens', handle: async (_db, { payload }) => { announced.push(payload as PaymentSettled); } };
  const app = await buildServer({
    db, clock, log: silentLog, modules: [payments], key: randomBytes(32), publicUrl: () => origin, trustProxy: false, formOrigins: [],
    authenticate: async (_db, { quien }) => { const person = [payer, admin].find(({ id }) => id === quien); return person && { person, sessionKey: person.id }; },
    frame: (content, { path, person, csrf, notice }) => framePage(content, { path, person, notice, demo: true, navigation: [], csrf, cssHref: '/estilo.css' }),
  });
  await app.listen({ port, host: '127.0.0.1' });
  await payments.start?.();
  const dispatcher = createDispatcher({ db, clock, log: silentLog, subscriptions: [...payments.subscriptions ?? [], heard], jobs: [] });
  let made = 0;
  const charge = (changes: Partial<ChargeRequest> = {}) => createCharge(db, {
    entityId, caseId: newId<'case'>(clock.now()), personId: payer.id, key: `prueba:${++made}`, concept: 'Copia simple', amount: { amountMinor: 251, currency: 'BOB' },
    payer: { name: payer.name, documentType: 'CI', documentNumber: '1234567', birthDate: '1990-01-02' }, reference: `AN-2026-00000${made}-1`, now: clock.now(), ...changes,
  });
  return {
    db, origin, payments, clock, pass: (seconds) => { ahead += seconds * 1000; }, announced, payer, admin, charge, deliver: dispatcher.drain,
    as: (person) => new Visitor(origin, person ? { cookie: `quien=${person.id}` } : {}),
    runJob: async (name) => { await payments.jobs?.find((job) => job.name === name)?.run(db, clock.now()); },
    close: async () => { await app.close(); await close(); },
  };
}
