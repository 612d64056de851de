import { reachOf } from '../domain/reach.ts';
import type { Run } from '../domain/run.ts';
import { flowOf } from '../domain/tokens.ts';
import type { FlowElement, Token } from '../domain/types.ts';

/** Of the tokens that wait at a join, the first that came by each flow. */
export function oneOfEach(waiting: readonly Token[]): readonly Token[] {
  const seen = new Set<string | undefined>();
  return waiting.filter(({ via }) => !seen.has(via) && seen.add(via));
}

/**
 * Whether a token elsewhere in the scope may still come by a flow that has brought none, and could not as well come by one that has
 * (OMG BPMN 2.0.2 §13.4.3, inclusive gateway): then the join must wait. With `last`, tokens that rest at other such joins don't count: joins
 * in a circle would wait for one another for ever.
 */
export function mayStillCome(run: Run, waiting: readonly Token[], element: FlowElement, last: boolean): boolean {
  const [first] = waiting;
  if (!first) return false;
  const arrived = new Set(waiting.map(({ via }) => via));
  const flow = flowOf(run, first);
  const reach = reachOf(flow, element.id);
  return run.tokens.some((token) => {
    if (token.inside !== first.inside || token.at === element.id) return false;
    if (last && !token.incident && run.leaves[flow.elements[token.at]?.kind ?? 'task'].settle) return false;
    const flows = [...(reach.get(token.at) ?? [])];
    return flows.some((flow) => !arrived.has(flow)) && !flows.some((flow) => arrived.has(flow));
  });
}
