import { throwFrom } from '../../domain/fire.ts';
import { done, enter, halt } from '../../domain/moves.ts';
import type { Leaf, Run } from '../../domain/run.ts';
import { findToken, flowOf, removeToken, tell } from '../../domain/tokens.ts';
import type { FlowElement, Token } from '../../domain/types.ts';
import { triggerOf } from '../../bpmn/trigger.ts';
import { tellMessage, tellSignal } from '../telling.ts';

/** Tells something in the middle of a flow and goes on: a message, a signal, an escalation; or jumps by a link. */
export const throwEvent = {
  kind: 'throwEvent', bpmn: 'bpmn:IntermediateThrowEvent', name: 'Aviso', does: 'Envía un mensaje o una señal, avisa una escalación, o salta por un enlace, y sigue.',
  attributes: ['message', 'to'],
  read: (node, note) => triggerOf(node, note, ['message', 'signal', 'escalation', 'link']),
  enter: (run, token, element) => throwing[element.trigger?.kind ?? 'none']?.(run, token, element),
} as const satisfies Leaf;

const throwing: Record<string, (run: Run, token: Token, element: FlowElement) => void> = {
  none: done,
  message: tellMessage,
  signal: tellSignal,
  escalation: (run, token, element) => {
    const scope = token.inside === undefined ? undefined : findToken(run, token.inside);
    const code = element.trigger?.kind === 'escalation' ? element.trigger.code : undefined;
    throwFrom(run, scope, { kind: 'escalation', code });
    if (findToken(run, token.id)) done(run, token);
  },
  link: (run, token, element) => {
    const target = Object.values(flowOf(run, token).elements).find((other) => isTarget(other, element));
    if (!target) return halt(run, token, 'El enlace no lleva a ninguna parte.');
    enter(run, target.id, token.inside);
    tell(run, 'left', token);
    removeToken(run, token.id);
  },
};

const isTarget = (other: FlowElement, { trigger, inside }: FlowElement): boolean =>
  other.kind === 'catchEvent' && other.trigger?.kind === 'link' && trigger?.kind === 'link' && other.trigger.name === trigger.name && other.inside === inside;
