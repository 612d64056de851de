import type { Leaf } from '../../domain/run.ts';
import { ask } from '../../domain/tokens.ts';
import { callParameters } from '../parameters.ts';
import { halt } from '../../domain/moves.ts';

/** A call to a service of the system, such as charging a fee; the flow waits for its answer. */
export const serviceTask = {
  kind: 'serviceTask', bpmn: 'bpmn:ServiceTask', name: 'Servicio', does: 'Pide algo a un servicio (cobro, cita, certificado…) y espera su respuesta.',
  attributes: 'any', activity: true, completable: true,
  read: (node, note) => {
    if (!node.get('v:service')) note({ code: 'missing_service', id: String(node.get('id')), reason: 'La tarea de servicio no dice qué servicio usa.', mend: 'Agregue v:service, por ejemplo v:service="charge".' });
    return {};
  },
  enter: (run, token, element) => {
    const { parameters, reason } = callParameters(run, token, element, ['service', 'result']);
    if (reason !== undefined) return halt(run, token, reason);
    ask(run, { kind: 'callService', token: token.id, element: element.id, service: element.attributes['service'] ?? '', parameters });
  },
  withdraw: (run, { id }, element) => ask(run, { kind: 'cancelService', token: id, element: element.id }),
} as const satisfies Leaf;
