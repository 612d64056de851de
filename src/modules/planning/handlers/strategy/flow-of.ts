import { findProcedure, getProcedureVersion } from '#modules/catalog/index.ts';
import { compileFlow, flowDiagram, flowSteps, readDrawing, type Flow } from '#modules/flows/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { draftFolder } from '../../domain/draft/folder.ts';
import type { DraftEntity } from '../../domain/draft/procedure.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import type { Solution } from '../../domain/strategy/content.ts';
import { inStrips } from '../../domain/strategy/strips.ts';
import { actorsOf, toolsOf, visitsOf } from '../../domain/strategy/flow-facts.ts';

/** What a flow says of a solution, and how many appointments it has. */
export type FlowFacts = { readonly shown: NonNullable<Solution['flow']>; readonly appointments: number };

const flowFile = 'flow.bpmn';

/** The flow of a procedure that runs: the published one, or else the draft that its entry makes. Nothing where neither can be read. */
export async function flowOf(db: Db, entry: Entry, entity: DraftEntity, today: LocalDate, sayUnit: (unit: string) => string): Promise<FlowFacts | undefined> {
  const published = await publishedFlow(db, entry), text = published?.text ?? draftFolder(entry, entity, today).files[flowFile] ?? '';
  const [flow, drawing] = await Promise.all([compileFlow(text, flowFile), readDrawing(text, flowFile)]);
  if (flow.value === undefined || drawing.value === undefined) return undefined;
  const words = stepsIn(flow.value), pictures = inStrips(drawing.value).map((part, at, all) => ({
    svg: flowDiagram(part, {}, { title: entry.name, idPrefix: `flujo-${entry.slug}-${at + 1}` }).toString(), alt: at === 0 ? words : `Sigue el diagrama: parte ${at + 1} de ${all.length}.`,
  }));
  return {
    appointments: visitsOf(flow.value),
    shown: { origin: published === undefined ? 'draft' : 'published', ...(published === undefined ? {} : { version: published.version }), pictures, actors: actorsOf(flow.value, sayUnit), tools: toolsOf(flow.value) },
  };
}

async function publishedFlow(db: Db, { procedureId, slug }: Entry): Promise<{ readonly text: string; readonly version: number } | undefined> {
  const found = await findProcedure(db, slug);
  if (found?.procedureId !== procedureId || !found.runsHere) return undefined;
  const { files, version } = await getProcedureVersion(db, found.procedureId, found.version), text = files[flowFile];
  return text === undefined ? undefined : { text, version };
}

const stepsIn = (flow: Flow): string => `Diagrama de flujo. Pasos: ${flowSteps(flow).map(({ number, name }) => `${number}. ${name}`).join('; ')}.`;
