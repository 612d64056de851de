import { join } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { oneOfEach } from '../arrivals.ts';

/** All ways at once; where flows come together it waits for one token of each. */
export const parallelGateway = {
  kind: 'parallelGateway', bpmn: 'bpmn:ParallelGateway', name: 'Caminos paralelos', does: 'Abre todos los caminos a la vez; al juntarse, espera a todos.',
  attributes: [], routing: 'all',
  enter: (run, token, element) => {
    const waiting = run.tokens.filter(({ at, inside, incident }) => at === token.at && inside === token.inside && !incident);
    if (element.incoming.length < 2) return join(run, [token]);
    const together = oneOfEach(waiting);
    if (together.length === element.incoming.length) join(run, together);
  },
} as const satisfies Leaf;
