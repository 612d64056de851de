import { join } from 'node:path';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId, type CaseId } from '#kernel/ids.ts';
import { systemClock } from '#kernel/clock.ts';
import { calendarsModule } from '#modules/calendars/index.ts';
import { casesModule, getRunning, prepareProcedures, saveDraft, startDraft, submitDraft, topics, type Definition, type Service } from '#modules/cases/index.ts';
import { loadCatalog } from '#modules/catalog/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { seedDemo } from '#modules/identity/index.ts';
import { freshDatabase } from '#support/database.ts';
import { startPostgres, type PostgresKind, type TestPostgres } from '#support/servers/postgres.ts';

/** A database with the procedure that is measured, somebody who asks and somebody who works on it. */
export type World = {
  readonly db: Db;
  /** The application's own role, and the superuser of the throw-away server. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly definition: Definition;
  readonly officer: Person;
  readonly applicant: Person;
  readonly close: () => Promise<void>;
};

const slug = 'permiso-de-prueba';

/** A migrated database of its own on a durable Postgres, with the procedure of bench/procedures published. */
export async function openWorld(kind: PostgresKind): Promise<World> {
  const server = await (shared ??= startPostgres(kind, { durable: true }));
  process.env.TEST_DATABASE_URL = server.socketUrl;
  const { db, url, ownerUrl, close } = await freshDatabase();
  // Entities of the demonstration have the same id in every database, and what a process has compiled of a procedure holds for all of them.
  await seedDemo(db);
  const { faults } = await loadCatalog(db, join(import.meta.dirname, '../procedures'), new Date());
  invariant(faults.length === 0, `the procedure that is measured is sound: ${JSON.stringify(faults)}`);
  await prepareProcedures(db, new Date(), (refusal) => { throw refusal; });
  const definition = await getRunning(db, slug);
  await calendarsModule({ db, clock: systemClock }).start?.();
  const officer: Person = { id: newId(), kind: 'officer', name: 'Freddy Mollo Colque', roles: ['officer'], entityId: definition.entityId, units: ['ventanilla'] };
  return { db, url, ownerUrl, definition, officer, applicant, close };
}

// One server for all, because what is measured one after the other does not disturb each other.
let shared: Promise<TestPostgres> | undefined;

/** Stops the database server, if one was started. */
export async function stopServer(): Promise<void> {
  await (await shared)?.stop();
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
export async function submittedCase(world: World): Promise<CaseId> {
  const id = await draftedCase(world);
  await submitDraft(world.db, id, world.applicant, new Date());
  await carryOutService(world, id);
  return id;
}

const { subscriptions = [] } = casesModule([register]);

/** Does what the flow asks of the service, as the outbox would; gives the key of the task that then waits for an officer. */
export async function carryOutService({ db }: Pick<World, 'db'>, id: CaseId): Promise<string> {
  const [row] = await db.rows<{ key: string; payload: Record<string, unknown> }>('delete from kernel.outbox where key like $1 returning key, payload', [`service:${id}:%`]);
  invariant(row, 'the flow has asked for the service');
  for (const { topic, handle } of subscriptions) if (topic === topics.service) await handle(db, { topic, ...row, attempt: 1, now: new Date() });
  return `f${Number(row.payload.token) + 1}`;
}

/** A draft that is complete and has not been sent. */
export async function draftedCase({ db, applicant: person }: Pick<World, 'db' | 'applicant'>): Promise<CaseId> {
  const id = await startDraft(db, slug, person, new Date());
  await saveDraft(db, id, person.id, answers, new Date());
  return id;
}
