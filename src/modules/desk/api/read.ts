import { actorOf, queuePage, taskDue, timelineOf, whyNot, type Case, type Definition, type Task, type TaskAct } from '#modules/cases/index.ts';
import { json, type Answer, type Context } from '#kernel/http/index.ts';
import { keysOf } from '#kernel/tables.ts';
import { noteReading } from '../case/note-reading.ts';
import { factsFor, isAtWork, officerOf, openForOfficer, type Officer } from '../officer.ts';
import { queryOf, readFilters, sayQueueKey } from '../queue/filters.ts';

const pageSize = 50;

/** `GET /api/v1/escritorio/tareas`: a page of the officer's queue. */
export async function listTasks(ctx: Context): Promise<Answer> {
  const officer = officerOf(ctx);
  const lines = await queuePage(ctx.db, queryOf(officer, readFilters(ctx, officer), ctx.now, pageSize + 1));
  const shown = lines.slice(0, pageSize), last = shown.at(-1);
  return json({
    tareas: shown.map((line) => ({
      clave: line.key, nombre: line.name, clase: line.kind, unidad: line.unit, vence: line.due, aCargo: line.assignee, tramiteId: line.caseId,
      numero: line.number, tramite: line.title, solicitante: line.applicant, estado: line.status,
    })),
    siguiente: lines.length > pageSize && last ? sayQueueKey({ due: last.due ?? 'infinity', caseId: last.caseId, key: last.key }) : null,
  });
}

/** `GET /api/v1/tramites-en-curso/:id`: a case, its open tasks with what the caller may do with each, and its story. Written down like the page. */
export async function readCase(ctx: Context): Promise<Answer> {
  const opened = await openForOfficer(ctx), { officer, current, definition } = opened;
  await noteReading(ctx, officer, current, 'case.read');
  const facts = await factsFor(ctx, opened);
  return json({
    id: current.id, numero: current.number, tramite: definition.name, version: current.version, estado: current.state.status,
    solicitante: { nombre: current.applicant.name, documento: current.applicant.documentNumber ?? null }, presentado: current.submittedAt.toISOString(), vence: current.due,
    respuestas: current.answers, tareas: current.state.tasks.map((task) => taskDocument(officer, definition, current, task)),
    historia: timelineOf(definition, facts, 'officer').map(({ at, title, body, by }) => ({ cuando: at.toISOString(), que: title, detalle: body ?? null, quien: by })),
  });
}

const actNames = {
  claim: 'toma', release: 'liberacion', complete_task: 'resolucion', hand_over: 'reasignacion', request_opinion: 'consulta', give_opinion: 'opinion',
} as const satisfies Record<TaskAct, string>;

const taskActs = keysOf(actNames);

function taskDocument(officer: Officer, definition: Definition, current: Case, task: Task) {
  const open = task.assignee === undefined ? taskActs : taskActs.filter((act) => act !== 'claim');
  const acts = isAtWork(officer) ? open.filter((act) => whyNot(definition, current, task.key, actorOf(officer), act) === undefined) : [];
  return {
    clave: task.key, nombre: task.name, clase: task.kind, unidad: task.unit, vence: taskDue(definition, current.state, task), aCargo: task.assignee?.name ?? null,
    respuestasPosibles: task.outcomes, puede: acts.map((act) => actNames[act]),
  };
}
