import type { Case, Definition, Fact } from '#modules/cases/index.ts';
import { flowDiagram, readDrawing, stepList, type Drawing, type Progress } from '#modules/flows/index.ts';
import { details } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { OpenCase } from '../officer.ts';

// A published version never changes, so its drawing is read once.
const drawings = new Map<string, Promise<Drawing | undefined>>();

function drawingOf({ procedureId, version, files }: Definition): Promise<Drawing | undefined> {
  const key = `${procedureId} ${version}`;
  const known = drawings.get(key) ?? readDrawing(files['flow.bpmn'] ?? '', 'flow.bpmn').then(({ value }) => value);
  drawings.set(key, known);
  return known;
}

/** Where the case has been and where it is, as a drawing and as a list. */
export async function flowPanel({ definition, current, sayUnit }: OpenCase, facts: readonly Fact[]): Promise<Html> {
  const drawing = await drawingOf(definition), progress = progressOf(current, facts);
  return html`<h2 class="govuk-heading-m">Recorrido</h2>${drawing && html`<div class="app-scroll" role="group" aria-label="Diagrama del trámite" tabindex="0">${flowDiagram(drawing, progress)}</div>`}
    ${details({ summary: 'Los pasos en palabras', body: stepList(definition.flow, progress, sayUnit) })}`;
}

/** Elements that were left, and those where tokens stand. */
function progressOf({ state }: Pick<Case, 'state'>, facts: readonly Pick<Fact, 'then'>[]): Progress {
  const left = facts.flatMap(({ then }) => then.trace ?? []).filter((entry) => entry.startsWith('left:')).map((entry) => entry.slice('left:'.length));
  const current = state.closedAt === undefined ? [...new Set(state.flow.tokens.map((token) => token.at))] : [];
  return { current, done: [...new Set(left)].filter((id) => !current.includes(id)) };
}
