import { listen, unlisten } from '../../domain/listening.ts';
import { messageName } from '../../bpmn/trigger.ts';
import type { Leaf } from '../../domain/run.ts';

/** Waits for something that comes from outside: a payment, a correction, an appointment kept, or a message by name. */
export const receiveTask = {
  kind: 'receiveTask', bpmn: 'bpmn:ReceiveTask', name: 'Espera', does: 'Espera un pago, una subsanación, una cita o un mensaje.',
  attributes: ['waits', 'result', 'correlation', 'term', 'resource', 'event'], activity: true, completable: true,
  read: (node, note) => {
    const name = messageName(node, 'waits');
    if (name === undefined) note({ code: 'missing_waits', id: String(node.get('id')), reason: 'La espera no dice qué espera.', mend: 'Agregue v:waits, por ejemplo v:waits="payment".' });
    return name === undefined ? {} : { trigger: { kind: 'message', name } };
  },
  enter: (run, token, element) => void listen(run, token, element),
  withdraw: (run, token, element) => unlisten(run, token, element),
} as const satisfies Leaf;
