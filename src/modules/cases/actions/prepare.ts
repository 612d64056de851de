import { defineResource, parseResources } from '#modules/appointments/index.ts';
import { listPublished, type PublishedProcedure } from '#modules/catalog/index.ts';
import { ensureEntity, nameUnits } from '#modules/identity/index.ts';
import { isRefusal, type Refusal } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Definition } from '../domain/types.ts';
import { getDefinition } from '../definitions.ts';

const pageSize = 200;

/**
 * Makes what the running procedures need before the first application: its entity, names of units, places that can be booked. Runs at every start; changes nothing twice.
 * A procedure that does not compile is told to `onBroken` and left out; the others run.
 */
export async function prepareProcedures(db: Db, now: Date, onBroken: (refusal: Refusal) => void): Promise<readonly Definition[]> {
  const definitions: Definition[] = [];
  for (let after: string | undefined, more = true; more;) {
    const listed = await listPublished(db, { limit: pageSize, ...(after === undefined ? {} : { after }) });
    for (const one of listed) if (one.runsHere) definitions.push(...(await prepare(db, one, now).catch((caught: unknown) => skip(caught, onBroken))));
    more = listed.length === pageSize;
    after = listed.at(-1)?.procedureId;
  }
  for (const definition of definitions) await defineResources(db, definition, now);
  return definitions;
}

async function prepare(db: Db, { procedureId, version, procedure: { entity, department, units = {} } }: PublishedProcedure, now: Date): Promise<Definition[]> {
  const entityId = await ensureEntity(db, { key: entity.key, name: entity.name, acronym: entity.acronym ?? '', department: department ?? null }, now);
  await nameUnits(db, entityId, units);
  return [await getDefinition(db, procedureId, version)];
}

function skip(caught: unknown, onBroken: (refusal: Refusal) => void): Definition[] {
  if (!isRefusal(caught, 'cases.does_not_compile')) throw caught;
  onBroken(caught);
  return [];
}

async function defineResources(db: Db, { files, entityId }: Definition, now: Date): Promise<void> {
  const text = files['resources.yaml'];
  const resources = text === undefined ? [] : (parseResources(text, 'resources.yaml').value ?? []);
  for (const resource of resources) await defineResource(db, entityId, resource, now);
}
