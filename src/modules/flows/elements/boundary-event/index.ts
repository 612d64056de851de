import { done } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { idOf, nodeOf } from '../../bpmn/node.ts';
import { triggerOf } from '../../bpmn/trigger.ts';

/** Hangs on an activity: what happens when a time passes, a message comes or an error occurs while it is open. */
export const boundaryEvent = {
  kind: 'boundaryEvent', bpmn: 'bpmn:BoundaryEvent', name: 'Evento de borde', does: 'Reacciona a un plazo, mensaje, señal, error o escalación mientras la actividad está abierta; la interrumpe o la deja seguir.',
  attributes: ['result', 'term', 'correlation', 'waits'],
  read: (node, note) => {
    const attachedTo = nodeOf(node, 'attachedToRef');
    const trigger = triggerOf(node, note, ['message', 'signal', 'timer', 'error', 'escalation'], 'needed');
    const interrupting = trigger.trigger?.kind === 'error' || node.get('cancelActivity') !== false;
    return { ...trigger, interrupting, ...(attachedTo ? { attachedTo: idOf(attachedTo) } : {}) };
  },
  enter: done,
} as const satisfies Leaf;
