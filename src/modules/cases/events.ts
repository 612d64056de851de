import type { OutboxMessage } from '#kernel/outbox/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import type { Case, CaseState, Decided, Definition, Follow } from './domain/types.ts';

/** Topics that this module writes. Others may subscribe; the payloads only grow. */
export const topics = {
  /** Another module must do something for a case: `{caseId, token, element, service, parameters}`. */
  service: 'cases.service',
  /** A person must be told: `{caseId, element, message, to}`. */
  message: 'cases.message',
  /** A timer of a case has run out: `{caseId, timer, at}`. */
  timer: 'cases.timer',
  /** Something happened to a case: `{caseId, entityId, slug, fact, status, previous, applicantId, number}`. */
  happened: 'cases.happened',
  /** The next cases whose terms must be computed again: `{revision, after}`. */
  recompute: 'cases.recompute',
} as const;

/** The messages of a decided event, with keys that make repeating harmless. */
export function outboxOf(current: Case, definition: Definition, { fact, follows }: Decided, state: CaseState): readonly OutboxMessage[] {
  const about = { caseId: current.id, entityId: current.entityId };
  const happened: OutboxMessage = {
    topic: topics.happened, key: `case:${current.id}:${current.seq + 1}`,
    payload: { ...about, slug: definition.slug, number: current.number, applicantId: current.applicantId, fact: fact.type, seq: current.seq + 1, status: state.status, previous: current.seq === 0 ? null : current.state.status },
  };
  return [happened, ...follows.flatMap((follow) => messageOf(about, current.seq + 1, follow))];
}

function messageOf(about: { readonly caseId: CaseId }, seq: number, follow: Follow): OutboxMessage[] {
  switch (follow.kind) {
    case 'service': {
      const { kind: _, ...payload } = follow;
      return [{ topic: topics.service, key: `service:${about.caseId}:${follow.token}`, payload: { ...about, ...payload } }];
    }
    case 'message': return [{ topic: topics.message, key: `message:${about.caseId}:${seq}:${follow.element}`, payload: { ...about, element: follow.element, message: follow.message, to: follow.to } }];
    case 'timer': return [{ topic: topics.timer, key: timerKey(about.caseId, follow.id), payload: { ...about, timer: follow.id, at: follow.at.toISOString() }, runAt: follow.at }];
    case 'cancelTimer': return [];
  }
}

const timerKey = (caseId: CaseId, timer: string): string => `timer:${caseId}:${timer}`;

/** Keys of timers that a decided event takes back. */
export const cancelledKeys = (caseId: CaseId, { follows }: Decided): string[] =>
  follows.flatMap((follow) => (follow.kind === 'cancelTimer' ? [timerKey(caseId, follow.id)] : []));
