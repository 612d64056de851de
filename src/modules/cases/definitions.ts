import { findProcedure, getProcedureVersion, type ProcedureVersion } from '#modules/catalog/index.ts';
import { compileDecisions, compileFlow } from '#modules/flows/index.ts';
import { parseForm } from '#modules/forms/index.ts';
import { findEntityByKey } from '#modules/identity/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { refuse } from './errors.ts';
import type { Definition } from './domain/types.ts';

// Published versions never change, so what is compiled once stays.
const compiled = new Map<string, Promise<Definition>>();

/** The definition that a case began with. */
export function getDefinition(db: Db, procedureId: string, version: number): Promise<Definition> {
  const key = `${procedureId} ${version}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = getProcedureVersion(db, procedureId, version).then((found) => compileVersion(db, found));
  compiled.set(key, made);
  made.catch(() => compiled.delete(key));
  return made;
}

/** The newest version of the procedure at this address, if it runs here; refuses where it can only be read about. */
export async function getRunning(db: Db, slug: string): Promise<Definition> {
  const found = await findProcedure(db, slug);
  if (!found?.runsHere) return refuse('not_running_here');
  return getDefinition(db, found.procedureId, found.version);
}

async function compileVersion(db: Db, version: ProcedureVersion): Promise<Definition> {
  const entity = await findEntityByKey(db, version.procedure.entity.key);
  if (!entity) return refuse('not_running_here');
  return compileDefinition(version, { id: entity.id, key: entity.key, name: entity.name, department: entity.department ?? undefined });
}

type EntityFacts = { readonly id: EntityId; readonly key: string; readonly name: string; readonly department: string | undefined };

/** Compiles the texts of a version; one that a designer left broken is refused, and runs nowhere. */
export async function compileDefinition(version: Pick<ProcedureVersion, 'procedure' | 'files' | 'version' | 'procedureId'>, entity: EntityFacts): Promise<Definition> {
  const { files, procedure } = version;
  const form = parseForm(files['form.yaml'] ?? '', 'form.yaml').value;
  const flow = (await compileFlow(files['flow.bpmn'] ?? '', 'flow.bpmn')).value;
  const decisions = files['decisions.dmn'] === undefined ? undefined : (await compileDecisions(files['decisions.dmn'], 'decisions.dmn')).value;
  if (!form || !flow) return refuse('does_not_compile', { procedure: version.procedureId, version: version.version });
  return {
    procedureId: version.procedureId, version: version.version, slug: procedure.slug, name: procedure.name, confidential: procedure.confidential,
    entityId: entity.id, entityKey: entity.key, entityName: entity.name, department: procedure.department ?? entity.department,
    form, flow, decisions, terms: procedure.terms, fees: procedure.fees, procedure, files,
  };
}
