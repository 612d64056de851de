import type { Actor, Consequences, Decided, Fact, FactType, Follow } from './types.ts';

/** A decided fact: what happened, by whom, at the given time, with its consequences. */
export function decided(type: FactType, by: Actor, now: Date, data: Fact['data'], then: Consequences = {}, follows: readonly Follow[] = []): Decided {
  return { fact: { type, at: now.toISOString(), by: { kind: by.kind, id: by.id, name: by.name }, data, then }, follows };
}
