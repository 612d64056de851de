import { Readable } from 'node:stream';
import assert from 'node:assert/strict';
import { loadCatalog } from '#modules/catalog/index.ts';
import { demoEntityId, seedDemo } from '#modules/identity/index.ts';
import { planningModule } from '#modules/planning/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Answer } from '#kernel/http/index.ts';
import { newId } from '#kernel/ids.ts';
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
  /** The words of the page that answers. */
  readonly shown: (request: string, sent?: Sent) => Promise<string>;
  /** Where the answer leads. */
  readonly leadsTo: (request: string, sent?: Sent) => Promise<string>;
};

/** Opens planning at an instant. */
export async function openPlanning(now: Date): Promise<PlanningSite> {
  const fresh = await freshDatabase(), routes = planningModule({ readTemplate: () => ({ value: undefined, faults: [] }) }).routes ?? [];
  await seedDemo(fresh.db);
  await loadCatalog(fresh.db, `${root}/procedures`, now);
  const [paola, other] = [planner('aduana-nacional'), planner('migracion')];
  const ask: PlanningSite['ask'] = (request, { form = {}, file, fileName = 'tramites.jsonl', person = paola, at = now } = {}) => call(routes, request, {
    db: fresh.db, now: at, person, form, ...(file === undefined ? {} : { parts: [{ kind: 'file', name: 'archivo', filename: fileName, mimetype: 'application/octet-stream', stream: Readable.from([Buffer.from(file)]) } as const] }),
  });
  return {
    fresh, paola, other, ask,
    shown: async (request, sent) => String(pageOf(await ask(request, sent)).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '),
    leadsTo: async (request, sent) => { const { body } = await ask(request, sent); return body.kind === 'redirect' ? body.to : assert.fail(`${request} leads nowhere`); },
  };
}

/** Somebody of an entity of the demonstration. */
export const planner = (entity: Parameters<typeof demoEntityId>[0], roles: Person['roles'] = ['designer']): Person =>
  ({ id: newId(), kind: 'officer', name: 'Paola Andrade', roles, entityId: demoEntityId(entity), units: [] });
