import { choicesOf, listen, unlisten } from '../../domain/listening.ts';
import { halt } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { flowOf } from '../../domain/tokens.ts';

/** Waits for the first of several events and goes on by that one. */
export const eventGateway = {
  kind: 'eventGateway', bpmn: 'bpmn:EventBasedGateway', name: 'Decisión por eventos', does: 'Espera varios eventos y sigue por el primero que ocurra.',
  attributes: [],
  read: (node, note) => {
    if (node.get('instantiate') === true || node.get('eventGatewayType') === 'Parallel') {
      note({ code: 'unsupported_element', id: String(node.get('id')), reason: 'La decisión por eventos que inicia el proceso o espera todos sus eventos no se ejecuta aquí.', mend: 'Use un evento de inicio, o caminos paralelos con una espera en cada uno.' });
    }
    return {};
  },
  enter: (run, token, element) => {
    const reason = choicesOf(flowOf(run, token), element).map((choice) => listen(run, token, choice)).find((failed) => failed !== undefined);
    if (reason !== undefined) halt(run, token, reason);
  },
  withdraw: (run, token, element) => choicesOf(flowOf(run, token), element).forEach((choice) => unlisten(run, token, choice)),
} as const satisfies Leaf;
