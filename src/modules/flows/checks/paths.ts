import type { Note } from '../bpmn/node.ts';
import type { Flow, FlowElement } from '../domain/types.ts';

/** Every element can be reached, and from every element an end. */
export function checkPaths(flow: Flow, note: Note): void {
  const all = Object.values(flow.elements);
  for (const element of all) checkEnds(element, note);
  const reached = spread(flow, beginnings(flow, all), (element) => forwards(flow, element));
  for (const { id } of all) if (!reached.has(id)) note({ code: 'unreachable', id, reason: 'Ningún camino llega a este elemento.', mend: 'Únalo con el flujo o quítelo.' });
  const ends = all.filter(({ kind, outgoing, trigger }) => outgoing.length === 0 && !(kind === 'throwEvent' && trigger?.kind === 'link'));
  const back = backwardsOf(flow, all);
  const ending = spread(flow, ends.map(({ id }) => id), ({ id }) => back.get(id) ?? []);
  for (const { id } of all) if (reached.has(id) && !ending.has(id)) note({ code: 'endless', id, reason: 'Desde este elemento no se llega a ningún fin.', mend: 'Dé una salida a la vuelta en la que está.' });
}

function checkEnds({ id, kind, incoming, outgoing, trigger }: FlowElement, note: Note): void {
  const link = trigger?.kind === 'link';
  if ((kind === 'startEvent' || kind === 'boundaryEvent' || (kind === 'catchEvent' && link)) && incoming.length > 0) note({ code: 'wrong_flow', id, reason: 'A este evento no puede llegar un camino.', mend: 'Quite el camino que llega.' });
  if ((kind === 'endEvent' || (kind === 'throwEvent' && link)) && outgoing.length > 0) note({ code: 'wrong_flow', id, reason: 'De este evento no puede salir un camino.', mend: 'Quite el camino que sale, o cambie el evento por uno intermedio.' });
  if (outgoing.length === 0 && kind !== 'endEvent' && kind !== 'eventSubProcess' && !link) note({ code: 'implicit_end', id, reason: 'El camino termina aquí sin un evento de fin.', mend: 'Agregue un fin para que se vea dónde termina.', warning: true });
}

/** Where tokens can appear: starts, event sub-processes. Boundary events and links come along with what leads to them. */
const beginnings = (flow: Flow, all: readonly FlowElement[]): readonly string[] => [
  ...(flow.starts[''] ?? []), ...all.filter(({ kind, inside }) => kind === 'eventSubProcess' && inside === undefined).map(({ id }) => id),
];

function forwards(flow: Flow, element: FlowElement): readonly string[] {
  const next = element.outgoing.flatMap((id) => flow.flows[id]?.to ?? []);
  const linked = element.kind === 'throwEvent' && element.trigger?.kind === 'link' ? linkTargets(flow, element) : [];
  return [...next, ...(element.boundary ?? []), ...linked, ...(flow.starts[element.id] ?? []), ...(flow.eventSubProcesses[element.id] ?? [])];
}

const linkTargets = (flow: Flow, { trigger, inside }: FlowElement): readonly string[] =>
  Object.values(flow.elements).filter((other) => other.kind === 'catchEvent' && other.trigger?.kind === 'link' && trigger?.kind === 'link' && other.trigger.name === trigger.name && other.inside === inside).map(({ id }) => id);

function backwardsOf(flow: Flow, all: readonly FlowElement[]): ReadonlyMap<string, readonly string[]> {
  const back = new Map<string, string[]>();
  for (const element of all) {
    for (const next of forwards(flow, element)) back.set(next, [...(back.get(next) ?? []), element.id]);
  }
  return back;
}

function spread(flow: Flow, from: readonly string[], next: (element: FlowElement) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const element = flow.elements[id];
    if (!element || seen.has(id)) continue;
    seen.add(id);
    open.push(...next(element));
  }
  return seen;
}
