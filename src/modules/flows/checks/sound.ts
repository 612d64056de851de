import type { Note } from '../bpmn/node.ts';
import type { Flow, FlowElement } from '../domain/types.ts';

/** Where tokens are: ids of sequence flows, sorted. */
type Marking = readonly string[];

const markingsMax = 5_000, tokensMax = 40;

/**
 * Looks for parallel joins that can wait for ever and for ways that can be gone twice, by trying every choice of each process and
 * sub-process. Says nothing where inclusive or complex gateways, links or conditional ways out of an activity make that unsure.
 */
export function checkSound(flow: Flow, note: Note): void {
  for (const [scope, starts] of Object.entries(flow.starts)) {
    const elements = Object.values(flow.elements).filter(({ inside }) => (inside ?? '') === scope);
    if (elements.some((element) => isUnsure(flow, element))) continue;
    for (const start of starts) explore(flow, start, note);
  }
}

const unsure = new Set<FlowElement['kind']>(['inclusiveGateway', 'complexGateway']);

const isUnsure = (flow: Flow, element: FlowElement): boolean =>
  unsure.has(element.kind) || element.trigger?.kind === 'link'
  || (element.kind !== 'exclusiveGateway' && element.outgoing.some((id) => flow.flows[id]?.condition !== undefined));

function explore(flow: Flow, start: string, note: Note): void {
  const seen = new Set<string>();
  const said = new Set<string>();
  const say = (id: string, code: string, reason: string, mend: string): void => {
    if (!said.has(`${code} ${id}`)) note({ code, id, reason, mend, warning: true });
    said.add(`${code} ${id}`);
  };
  const open: Marking[] = [flow.elements[start]?.outgoing ?? []];
  for (let marking = open.pop(); marking && seen.size < markingsMax; marking = open.pop()) {
    const key = marking.toSorted().join(' ');
    if (seen.has(key) || marking.length > tokensMax) continue;
    seen.add(key);
    const twice = marking.find((id, index) => marking?.indexOf(id) !== index);
    if (twice !== undefined) { say(twice, 'done_twice', 'Este camino puede recorrerse dos veces: los caminos paralelos se juntan sin esperarse.', 'Si no es lo que quiere, júntelos con caminos paralelos («+»).'); continue; }
    const next = movesFrom(flow, marking);
    if (next) open.push(...next);
    else for (const id of marking) say(flow.flows[id]?.to ?? '', 'may_wait_forever', 'Esta unión puede esperar para siempre un camino que no se tomó.', 'Junte con una decisión exclusiva («×») lo que se separó con una, y con caminos paralelos («+») lo que se abrió con ellos.');
  }
}

/** What one token that can move may do; the others' moves don't depend on it. `undefined` when all wait at joins. */
function movesFrom(flow: Flow, marking: Marking): readonly Marking[] | undefined {
  if (marking.length === 0) return [];
  for (const id of marking) {
    const element = flow.elements[flow.flows[id]?.to ?? ''];
    if (!element) return [];
    const taken = element.kind === 'parallelGateway' ? element.incoming : [id];
    if (!taken.every((flowId) => marking.includes(flowId))) continue;
    const rest = marking.filter((flowId) => !taken.includes(flowId));
    return alternatives(flow, element).map((put) => (element.trigger?.kind === 'terminate' ? [] : [...rest, ...put]));
  }
  return undefined;
}

/** The flows that a token may leave an element by: one for choices, all otherwise, or those of an event on its border. */
function alternatives(flow: Flow, element: FlowElement): readonly Marking[] {
  if (element.kind === 'exclusiveGateway' || element.kind === 'eventGateway') return element.outgoing.map((id) => [id]);
  const events = (element.boundary ?? []).flatMap((id) => flow.elements[id] ?? []);
  return [element.outgoing, ...events.map((event) => (event.interrupting === false ? [...element.outgoing, ...event.outgoing] : event.outgoing))];
}
