import { join } from 'node:path';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId, type CaseId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { systemClock } from '#kernel/clock.ts';
import { createDispatcher, type Dispatcher } from '#kernel/outbox/index.ts';
import { casesModule, getRunning, prepareProcedures, saveDraft, startDraft, submitDraft, type Definition, type Service } from '#modules/cases/index.ts';
import { loadCatalog } from '#modules/catalog/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { freshDatabase } from '#support/database.ts';
import { startPostgres, type PostgresKind } from '#support/servers/postgres.ts';

/** A database with the procedure that is measured, somebody who asks and somebody who works on it. */
export type World = {
  readonly db: Db;
  /** The application's own role, and the superuser of the throw-away server. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly definition: Definition;
  readonly officer: Person;
  readonly applicant: Person;
  readonly dispatcher: Dispatcher;
  /** Process of the database server. */
  readonly serverPid: number;
  readonly close: () => Promise<void>;
};

const slug = 'permiso-de-prueba';

/** Starts a durable Postgres of its own, migrates it and publishes the procedure of bench/procedures. */
export async function openWorld(kind: PostgresKind): Promise<World> {
  const server = await startPostgres(kind, { durable: true });
  process.env.TEST_DATABASE_URL = server.socketUrl;
  const { db, url, ownerUrl, close } = await freshDatabase();
  await db.rows('select 1');
  const { faults } = await loadCatalog(db, join(import.meta.dirname, '../procedures'), new Date());
  invariant(faults.length === 0, `the procedure that is measured is sound: ${JSON.stringify(faults)}`);
  await prepareProcedures(db, new Date(), (refusal) => { throw refusal; });
  const definition = await getRunning(db, slug);
  const { subscriptions = [] } = casesModule([register]);
  const dispatcher = createDispatcher({ db, clock: systemClock, log: silentLog, subscriptions, jobs: [] });
  const officer: Person = { id: newId(), kind: 'officer', name: 'Freddy Mollo Colque', roles: ['officer'], entityId: definition.entityId, units: ['ventanilla'] };
  return { db, url, ownerUrl, definition, officer, applicant, dispatcher, serverPid: server.pid(), close: async () => { await close(); await server.stop(); } };
}

const applicant: Person = {
  id: newId(), kind: 'citizen', name: 'Rosa Mamani Quispe', roles: ['applicant'], units: [], document: { type: 'CI', number: '4567891' },
  birthDate: '1985-03-14', email: 'rosa.mamani@ejemplo.bo', phone: '71234567',
};

// The service that the flow calls: it does nothing, because what it does is not what is measured.
const register: Service = { name: 'bench', does: 'Nada: se mide lo demás.', needs: [], run: async () => ({ result: 1 }), rehearse: () => ({ result: 1 }) };

/** A complete set of answers. */
export const answers: Answers = {
  correo: 'rosa.mamani@ejemplo.bo', celular: '71234567', calidad: 'propio', nombre: 'Panadería La Espiga de Oro', direccion: 'Av. 6 de Agosto N.º 1234, entre Bolívar y Adolfo Mier, Oruro',
  superficie: 140, empleados: 6, apertura: '2026-12-01',
  descripcion: 'Elaboración y venta de pan, masas y refrescos, con horno a gas y un salón para veinte personas; atiende de lunes a sábado.',
};

/** An application that has been handed in and whose service has been carried out: it waits for an officer. */
export async function submittedCase({ db, applicant: person, dispatcher }: World): Promise<CaseId> {
  const id = await draftedCase({ db, applicant: person });
  await submitDraft(db, id, person, new Date());
  await dispatcher.drain();
  return id;
}

/** A draft that is complete and has not been sent. */
export async function draftedCase({ db, applicant: person }: Pick<World, 'db' | 'applicant'>): Promise<CaseId> {
  const id = await startDraft(db, slug, person, new Date());
  await saveDraft(db, id, person.id, answers, new Date());
  return id;
}
