import { done } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';

/** One way only: the first flow whose condition holds, else the default one. Tokens that come are never joined. */
export const exclusiveGateway = {
  kind: 'exclusiveGateway', bpmn: 'bpmn:ExclusiveGateway', name: 'Decisión exclusiva', does: 'Sigue por el primer camino cuya condición se cumple, o por el camino por defecto.',
  attributes: [], routing: 'first',
  enter: done,
} as const satisfies Leaf;
