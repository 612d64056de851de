import { Readable } from 'node:stream';
import assert from 'node:assert/strict';
import { loadCatalog } from '#modules/catalog/index.ts';
import { demoEntityId, seedDemo } from '#modules/identity/index.ts';
import { planningModule } from '#modules/planning/index.ts';
import type { Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Answer } from '#kernel/http/index.ts';
import { newId } from '#kernel/ids.ts';
import { createDispatcher } from '#kernel/outbox/index.ts';
import { call, pageOf } from './calls.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { root } from './source/index.ts';

/** What is sent with a request: a form, or a file; by whom, when not by the designer of the Aduana. */
export type Sent = { readonly form?: Readonly<Record<string, string | readonly string[]>>; readonly file?: string | Buffer; readonly fileName?: string; readonly person?: Person; readonly at?: Date };

/** Planning with a database of its own: people of two entities, what is published, and ways to ask. */
export type PlanningSite = {
  readonly fresh: FreshDatabase;
  /** A designer of the Aduana, and one of another entity. */
  readonly paola: Person; readonly other: Person;
  readonly ask: (request: string, sent?: Sent) => Promise<Answer>;
  /** Does in the background what is due at an instant: jobs and messages. */
  readonly background: (at?: Date) => Promise<void>;
  /** The words of the page that answers. */
  readonly shown: (request: string, sent?: Sent) => Promise<string>;
  /** Where the answer leads. */
  readonly leadsTo: (request: string, sent?: Sent) => Promise<string>;
};

/** What the weekly reading finds: the watched folder, and what other sites answer. */
export type Outside = { readonly folder?: string; readonly fetchFile?: (address: string) => Promise<Buffer> };

/** Opens planning at an instant. */
export async function openPlanning(now: Date, { folder = 'none', fetchFile }: Outside = {}): Promise<PlanningSite> {
  const fresh = await freshDatabase(), { routes = [], subscriptions = [], jobs = [] } = planningModule({ readTemplate: () => ({ value: undefined, faults: [] }), folder, ...(fetchFile ? { fetchFile } : {}) });
  await seedDemo(fresh.db);
  await loadCatalog(fresh.db, `${root}/procedures`, now);
  const [paola, other] = [planner('aduana-nacional'), planner('migracion')];
  const ask: PlanningSite['ask'] = (request, { form = {}, file, fileName = 'tramites.jsonl', person = paola, at = now } = {}) => call(routes, request, {
    db: fresh.db, now: at, person, form, ...(file === undefined ? {} : { parts: [{ kind: 'file', name: 'archivo', filename: fileName, mimetype: 'application/octet-stream', stream: Readable.from([Buffer.from(file)]) } as const] }),
  });
  return {
    fresh, paola, other, ask,
    background: async (at = now) => {
      for (const job of jobs) await job.run(fresh.db, at);
      await createDispatcher({ db: fresh.db, clock: fixedClock(at), log: silent, subscriptions, jobs: [] }).drain();
    },
    shown: async (request, sent) => String(pageOf(await ask(request, sent)).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '),
    leadsTo: async (request, sent) => { const { body } = await ask(request, sent); return body.kind === 'redirect' ? body.to : assert.fail(`${request} leads nowhere`); },
  };
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Somebody of an entity of the demonstration. */
export const planner = (entity: Parameters<typeof demoEntityId>[0], roles: Person['roles'] = ['designer']): Person =>
  ({ id: newId(), kind: 'officer', name: 'Paola Andrade', roles, entityId: demoEntityId(entity), units: [] });
