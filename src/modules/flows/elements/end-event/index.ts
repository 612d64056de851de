import { terminate, throwFrom } from '../../domain/fire.ts';
import { done, emptied, finish } from '../../domain/moves.ts';
import type { Leaf, Run } from '../../domain/run.ts';
import { findToken, removeToken, tell } from '../../domain/tokens.ts';
import type { FlowElement, Token } from '../../domain/types.ts';
import { triggerOf } from '../../bpmn/trigger.ts';
import { tellMessage, tellSignal } from '../telling.ts';

/** Where a path ends; the flow ends when no path is left. `v:outcome` says how the case came out. */
export const endEvent = {
  kind: 'endEvent', bpmn: 'bpmn:EndEvent', name: 'Fin', does: 'Termina un camino; puede enviar un mensaje o una señal, lanzar un error, o terminar todo de una vez.',
  attributes: ['outcome', 'message', 'to'],
  read: (node, note) => triggerOf(node, note, ['message', 'signal', 'error', 'escalation', 'terminate']),
  enter: (run, token, element) => {
    const outcome = element.attributes['outcome'];
    if (outcome !== undefined) run.outcome = outcome;
    ending[element.trigger?.kind ?? 'none']?.(run, token, element);
  },
} as const satisfies Leaf;

const ending: Record<string, (run: Run, token: Token, element: FlowElement) => void> = {
  none: done,
  message: tellMessage,
  signal: tellSignal,
  terminate: (run, token) => {
    tell(run, 'left', token);
    removeToken(run, token.id);
    terminate(run, token);
  },
  error: (run, token, element) => {
    const code = codeOf(element);
    const scope = vanish(run, token);
    if (!throwFrom(run, scope, { kind: 'error', code })) finish(run, 'error', { element: element.id, ...(code === undefined ? {} : { error: code }) });
  },
  escalation: (run, token, element) => {
    const scope = vanish(run, token);
    throwFrom(run, scope, { kind: 'escalation', code: codeOf(element) });
    if (token.inside === undefined || findToken(run, token.inside)) emptied(run, token.inside);
  },
};

/** The token is at its end; what it throws is thrown from the scope around it. */
function vanish(run: Run, token: Token): Token | undefined {
  tell(run, 'left', token);
  removeToken(run, token.id);
  return token.inside === undefined ? undefined : findToken(run, token.inside);
}

const codeOf = ({ trigger }: FlowElement): string | undefined => (trigger?.kind === 'error' || trigger?.kind === 'escalation' ? trigger.code : undefined);
