import { done } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { triggerOf } from '../../bpmn/trigger.ts';

/** Where a flow, a sub-process or an event sub-process begins. */
export const startEvent = {
  kind: 'startEvent', bpmn: 'bpmn:StartEvent', name: 'Inicio', does: 'Comienza el flujo: sin más, o al llegar un mensaje, una señal, una hora o un error.',
  attributes: ['result', 'term', 'correlation', 'waits'],
  read: (node, note) => {
    const interrupting = node.get('isInterrupting') === false ? { interrupting: false } : {};
    return { ...triggerOf(node, note, ['message', 'signal', 'timer', 'error', 'escalation']), ...interrupting };
  },
  enter: done,
} as const satisfies Leaf;
