import type { Flow } from './types.ts';

/** From each element, the incoming flows of a join that a token there could still come by without passing the join itself. */
type Reach = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<Flow, Map<string, Reach>>();

/** What can still reach a join; computed once for each join of a flow. */
export function reachOf(flow: Flow, join: string): Reach {
  const ofFlow = known.get(flow) ?? new Map<string, Reach>();
  known.set(flow, ofFlow);
  const found = ofFlow.get(join) ?? computeReach(flow, join);
  ofFlow.set(join, found);
  return found;
}

function computeReach(flow: Flow, join: string): Reach {
  const reach = new Map<string, Set<string>>();
  for (const incoming of flow.elements[join]?.incoming ?? []) {
    for (const element of backwards(flow, incoming, join)) {
      const flows = reach.get(element) ?? new Set();
      reach.set(element, flows.add(incoming));
    }
  }
  return reach;
}

/** Every element from which a sequence flow can be reached without passing the join. */
function backwards(flow: Flow, incoming: string, join: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [flow.flows[incoming]?.from];
  for (let at = open.pop(); at !== undefined || open.length > 0; at = open.pop()) {
    if (at === undefined || at === join || seen.has(at)) continue;
    seen.add(at);
    open.push(...before(flow, at));
  }
  return seen;
}

function before(flow: Flow, id: string): readonly (string | undefined)[] {
  const element = flow.elements[id];
  if (!element) return [];
  const linked = element.trigger?.kind === 'link' && element.kind === 'catchEvent' ? linkThrows(flow, element.trigger.name) : [];
  return [...element.incoming.map((flowId) => flow.flows[flowId]?.from), element.attachedTo, ...linked];
}

const linkThrows = (flow: Flow, name: string): readonly string[] =>
  Object.values(flow.elements).filter(({ kind, trigger }) => kind === 'throwEvent' && trigger?.kind === 'link' && trigger.name === name).map(({ id }) => id);
