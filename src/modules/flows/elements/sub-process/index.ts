import { openScope } from '../../domain/fire.ts';
import { enter, halt } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { flowOf } from '../../domain/tokens.ts';

/** A part of the flow with its own beginning and end; done when nothing inside moves any more. */
export const subProcess = {
  kind: 'subProcess', bpmn: 'bpmn:SubProcess', name: 'Subproceso', does: 'Agrupa pasos; termina cuando todos los de adentro terminaron.',
  attributes: ['result'], activity: true,
  enter: (run, token, element) => {
    const flow = flowOf(run, token);
    const reason = openScope(run, token);
    if (reason !== undefined) return halt(run, token, reason);
    const [start] = (flow.starts[element.id] ?? []).filter((id) => flow.elements[id]?.trigger === undefined);
    if (start === undefined) return halt(run, token, 'El subproceso no tiene un evento de inicio.');
    enter(run, start, token.id);
  },
} as const satisfies Leaf;
