import type { Fault } from '#kernel/faults.ts';
import { locateIn } from '../bpmn/locate.ts';
import { noteInto } from '../bpmn/note.ts';
import type { Note } from '../bpmn/node.ts';
import { taskKinds, type Flow, type FlowElement } from '../domain/types.ts';
import { checkNames } from './names.ts';

/** What the rest of a procedure's folder offers; what is left out isn't checked. */
export type ProcedureNames = {
  readonly units?: readonly string[];
  readonly services?: readonly string[];
  readonly messages?: readonly string[];
  readonly decisions?: readonly string[];
  readonly terms?: readonly string[];
  /** Names of the form's answers; others that every case has are known. */
  readonly variables?: readonly string[];
};

/** What a flow must have besides, to run as a procedure. `xml` is the file it was compiled from, for the lines. */
export function checkProcedureFlow(flow: Flow, file: string, xml = '', names: ProcedureNames = {}): readonly Fault[] {
  const faults: Fault[] = [];
  const note = noteInto(faults, file, locateIn(xml));
  for (const element of Object.values(flow.elements)) {
    if (element.kind === 'userTask') checkUserTask(flow, element, note);
    if (element.kind === 'endEvent') checkOutcome(element, note);
    checkMentions(element, names, note);
  }
  checkNames(flow, names.variables, note);
  return faults;
}

function checkUserTask(flow: Flow, { id, attributes }: FlowElement, note: Note): void {
  const { unit, kind, outcomes } = attributes;
  if (unit === undefined) note({ code: 'missing_unit', id, reason: 'La tarea no dice qué unidad la hace.', mend: 'Agregue v:unit con el nombre de una unidad de la entidad.' });
  if (kind !== undefined && !taskKinds.some((known) => known === kind)) note({ code: 'unknown_kind', id, reason: `«${kind}» no es una clase de tarea.`, mend: `Use una de estas: ${taskKinds.join(', ')}.` });
  if (outcomes === undefined && kind !== 'opinion' && kind !== 'inspection') note({ code: 'missing_outcomes', id, reason: 'La tarea no dice qué resultados puede tener.', mend: 'Agregue v:outcomes, por ejemplo v:outcomes="aprobar, observar, rechazar".' });
  for (const [name, mend] of otherTasks) {
    const other = attributes[name];
    if (other !== undefined && (flow.elements[other]?.kind !== 'userTask' || other === id)) note({ code: 'unknown_task', id, reason: `v:${name} menciona «${other}», que no es otra tarea de este flujo.`, mend });
  }
}

// Attributes that name another task.
const otherTasks = [
  ['fourEyesWith', 'Escriba el id de la tarea cuyo servidor debe ser distinto.'], ['apartFrom', 'Escriba el id de la tarea cuyo informe no se debe leer mientras se hace esta.'],
] as const;

const outcomes = ['granted', 'refused', 'abandoned', 'withdrawn', 'referred', 'closed'];

function checkOutcome({ id, inside, trigger, attributes }: FlowElement, note: Note): void {
  const { outcome } = attributes;
  if (outcome !== undefined && !outcomes.includes(outcome)) note({ code: 'unknown_outcome', id, reason: `«${outcome}» no es un resultado de un trámite.`, mend: `Use uno de estos: ${outcomes.join(', ')}.` });
  if (outcome === undefined && inside === undefined && trigger?.kind !== 'error') note({ code: 'missing_outcome', id, reason: 'El fin no dice cómo termina el trámite.', mend: 'Agregue v:outcome, por ejemplo v:outcome="granted".', warning: true });
}

function checkMentions(element: FlowElement, names: ProcedureNames, note: Note): void {
  const { id, kind, attributes, trigger } = element;
  const sends = kind === 'sendTask' || ((kind === 'throwEvent' || kind === 'endEvent') && trigger?.kind === 'message');
  const message = sends ? (attributes['message'] ?? (trigger?.kind === 'message' ? trigger.name : undefined)) : undefined;
  const timed = trigger?.kind === 'timer' && 'term' in trigger.when ? trigger.when.term : attributes['term'];
  mention(id, 'unknown_unit', 'la unidad', 'procedure.yaml', attributes['unit'], names.units, note);
  mention(id, 'unknown_service', 'el servicio', 'los servicios del sistema', attributes['service'], names.services, note);
  mention(id, 'unknown_message', 'el mensaje', 'messages.yaml', message, names.messages, note);
  mention(id, 'unknown_decision', 'la decisión', 'decisions.dmn', attributes['decision'], names.decisions, note);
  mention(id, 'unknown_term', 'el plazo', 'procedure.yaml', timed, names.terms, note);
}

function mention(id: string, code: string, what: string, where: string, name: string | undefined, known: readonly string[] | undefined, note: Note): void {
  if (name === undefined || known === undefined || known.includes(name)) return;
  note({ code, id, reason: `Se menciona ${what} «${name}», que no está en ${where}.`, mend: known.length === 0 ? `Agréguelo a ${where}.` : `Use uno de estos: ${known.join(', ')}.` });
}
