import type { Leaf } from '../../domain/run.ts';
import { messageName } from '../../bpmn/trigger.ts';
import { tellMessage } from '../telling.ts';

/** Sends a message of messages.yaml and goes on without waiting. */
export const sendTask = {
  kind: 'sendTask', bpmn: 'bpmn:SendTask', name: 'Envío de un mensaje', does: 'Envía un mensaje de messages.yaml y sigue sin esperar.',
  attributes: 'any', activity: true,
  read: (node, note) => {
    const name = messageName(node, 'message');
    if (name === undefined) note({ code: 'missing_message', id: String(node.get('id')), reason: 'La tarea de envío no dice qué mensaje manda.', mend: 'Agregue v:message con una clave de messages.yaml.' });
    return name === undefined ? {} : { trigger: { kind: 'message', name } };
  },
  enter: tellMessage,
} as const satisfies Leaf;
