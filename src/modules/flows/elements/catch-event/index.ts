import { listen, unlisten } from '../../domain/listening.ts';
import { done, halt } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { triggerOf } from '../../bpmn/trigger.ts';

/** Waits in the middle of a flow for a time, a message or a signal. */
export const catchEvent = {
  kind: 'catchEvent', bpmn: 'bpmn:IntermediateCatchEvent', name: 'Espera de un evento', does: 'Espera un plazo, un mensaje o una señal.',
  attributes: ['result', 'term', 'correlation', 'waits'], completable: true,
  read: (node, note) => triggerOf(node, note, ['message', 'signal', 'timer', 'link'], 'needed'),
  enter: (run, token, element) => {
    if (element.trigger?.kind === 'link') return done(run, token);
    const reason = listen(run, token, element);
    if (reason !== undefined) halt(run, token, reason);
  },
  withdraw: (run, token, element) => unlisten(run, token, element),
} as const satisfies Leaf;
