import type { Note } from '../bpmn/node.ts';
import { leaves } from '../elements/index.ts';
import type { Leaf } from '../domain/run.ts';
import type { Flow, FlowElement } from '../domain/types.ts';

/** Each process and sub-process begins in one place, and events stand where they can happen. */
export function checkScopes(flow: Flow, note: Note): void {
  const all = Object.values(flow.elements);
  checkStarts(flow, '', flow.id, note);
  for (const element of all) {
    if (element.kind === 'subProcess') checkStarts(flow, element.id, element.id, note);
    if (element.kind === 'eventSubProcess') checkEventStart(flow, element, note);
    if (element.kind === 'boundaryEvent') checkBoundary(flow, element, note);
  }
}

function checkStarts(flow: Flow, scope: string, id: string, note: Note): void {
  const starts = (flow.starts[scope] ?? []).flatMap((start) => flow.elements[start] ?? []);
  const plain = starts.filter(({ trigger }) => trigger === undefined);
  const isProcess = scope === '';
  if (plain.length === 0 && (!isProcess || starts.length === 0)) note({ code: 'missing_start', id, reason: isProcess ? 'El flujo no tiene inicio.' : 'El subproceso no tiene un inicio simple.', mend: 'Agregue un evento de inicio.' });
  if (plain.length > 1) note({ code: 'several_starts', id: plain[1]?.id ?? id, reason: 'Hay más de un inicio simple; no se sabría por cuál empezar.', mend: 'Deje uno, o dé a los demás un mensaje, una señal o un plazo.' });
  for (const start of starts) {
    if (!isProcess && start.trigger) note({ code: 'wrong_start', id: start.id, reason: 'Un subproceso no puede empezar por un evento.', mend: 'Use un inicio simple o un subproceso de evento.' });
    if (isProcess && (start.trigger?.kind === 'error' || start.trigger?.kind === 'escalation')) note({ code: 'wrong_start', id: start.id, reason: 'Un flujo no puede empezar por un error o una escalación.', mend: 'Use un inicio simple.' });
  }
}

function checkEventStart(flow: Flow, element: FlowElement, note: Note): void {
  const starts = (flow.starts[element.id] ?? []).flatMap((start) => flow.elements[start] ?? []);
  if (starts.length !== 1 || !starts[0]?.trigger) note({ code: 'wrong_start', id: element.id, reason: 'Un subproceso de evento necesita un solo inicio, con su evento.', mend: 'Déle un inicio con mensaje, señal, plazo, error o escalación.' });
  if (element.incoming.length + element.outgoing.length > 0) note({ code: 'wrong_flow', id: element.id, reason: 'A un subproceso de evento no llegan ni salen caminos.', mend: 'Quite los caminos que lo unen con otros elementos.' });
}

function checkBoundary(flow: Flow, element: FlowElement, note: Note): void {
  const host = flow.elements[element.attachedTo ?? ''];
  const leaf: Leaf | undefined = host && leaves[host.kind];
  if (!leaf?.activity || host?.inside !== element.inside) note({ code: 'wrong_boundary', id: element.id, reason: 'El evento de borde no está sobre una actividad.', mend: 'Colóquelo en el borde de una tarea, un subproceso o una llamada.' });
}
