import { findProcedure, getProcedureVersion } from '#modules/catalog/index.ts';
import { compileFlow, flowDiagram, flowSteps, readDrawing, type Drawing, type Flow } from '#modules/flows/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { draftFolder } from '../../domain/draft/folder.ts';
import type { DraftEntity } from '../../domain/draft/procedure.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import type { Solution } from '../../domain/strategy/content.ts';
import { actorsOf, toolsOf, visitsOf } from '../../domain/strategy/flow-facts.ts';
import { inStrips } from '../../domain/strategy/strips.ts';

/** What a flow says of a solution, and how many appointments it has. */
export type FlowFacts = { readonly shown: NonNullable<Solution['flow']>; readonly appointments: number };

const flowFile = 'flow.bpmn';

/** The flow of a procedure that runs: the published one, or else the draft that its entry makes. Nothing where neither can be read. */
export async function flowOf(db: Db, entry: Entry, entity: DraftEntity, today: LocalDate, sayUnit: (unit: string) => string): Promise<FlowFacts | undefined> {
  const published = await publishedFlow(db, entry), text = published?.text ?? draftFolder(entry, entity, today).files[flowFile] ?? '', { flow, drawing } = await readOnce(text);
  if (flow === undefined || drawing === undefined) return undefined;
  const words = stepsIn(flow), pictures = inStrips(drawing).map((part, at, all) => ({
    svg: flowDiagram(part, {}, { title: entry.name, idPrefix: `flujo-${entry.slug}-${at + 1}` }).toString(), alt: at === 0 ? words : `Sigue el diagrama: parte ${at + 1} de ${all.length}.`,
  }));
  return {
    appointments: visitsOf(flow),
    shown: { origin: published === undefined ? 'draft' : 'published', ...(published === undefined ? {} : { version: published.version }), pictures, actors: actorsOf(flow, sayUnit), tools: toolsOf(flow) },
  };
}

async function publishedFlow(db: Db, { procedureId, slug }: Entry): Promise<{ readonly text: string; readonly version: number } | undefined> {
  const found = await findProcedure(db, slug);
  if (found?.procedureId !== procedureId || !found.runsHere) return undefined;
  const { files, version } = await getProcedureVersion(db, found.procedureId, found.version), text = files[flowFile];
  return text === undefined ? undefined : { text, version };
}

type Read = { readonly flow: Flow | undefined; readonly drawing: Drawing | undefined };

// Reading a flow and laying it out is most of what a page of a strategy costs, and equal texts are equal flows: the last ones read stay.
const read = new Map<string, Promise<Read>>(), readMax = 64;

function readOnce(text: string): Promise<Read> {
  const known = read.get(text) ?? Promise.all([compileFlow(text, flowFile), readDrawing(text, flowFile)]).then(([flow, drawing]) => ({ flow: flow.value, drawing: drawing.value }));
  read.delete(text);
  read.set(text, known);
  const [oldest] = read.keys();
  if (read.size > readMax && oldest !== undefined) read.delete(oldest);
  return known;
}

const stepsIn = (flow: Flow): string => `Diagrama de flujo. Pasos: ${flowSteps(flow).map(({ number, name }) => `${number}. ${name}`).join('; ')}.`;
