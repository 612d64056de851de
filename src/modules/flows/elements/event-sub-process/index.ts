import { openScope } from '../../domain/fire.ts';
import { enter, halt } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { flowOf } from '../../domain/tokens.ts';

/** Steps that run when something happens while the process or sub-process around them is open. */
export const eventSubProcess = {
  kind: 'eventSubProcess', bpmn: 'bpmn:SubProcess', name: 'Subproceso de evento', does: 'Se ejecuta cuando ocurre su evento; puede interrumpir lo demás o ir a la par.',
  attributes: ['result'],
  enter: (run, token, element) => {
    const reason = openScope(run, token);
    if (reason !== undefined) return halt(run, token, reason);
    enter(run, flowOf(run, token).starts[element.id]?.[0] ?? '', token.id);
  },
} as const satisfies Leaf;
