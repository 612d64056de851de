import { join } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { mayStillCome, oneOfEach } from '../arrivals.ts';

/** Every way whose condition holds, else the default one; where flows come together it waits for all that can still come. */
export const inclusiveGateway = {
  kind: 'inclusiveGateway', bpmn: 'bpmn:InclusiveGateway', name: 'Decisión inclusiva', does: 'Sigue por todos los caminos cuya condición se cumple; al juntarse, espera a los que aún pueden llegar.',
  attributes: [], routing: 'holding',
  enter: (run, token, element) => {
    if (element.incoming.length < 2) join(run, [token]);
  },
  settle: (run, waiting, element, last) => {
    if (element.incoming.length < 2 || mayStillCome(run, waiting, element, last)) return false;
    join(run, oneOfEach(waiting));
    return true;
  },
} as const satisfies Leaf;
