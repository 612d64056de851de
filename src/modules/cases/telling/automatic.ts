import type { Definition, Fact } from '../domain/types.ts';

/** What a fact tells by itself, unless the diagram sends the same message anywhere: it may come a step later there. */
const byFact: Partial<Record<Fact['type'], (fact: Fact) => string | undefined>> = {
  submitted: () => 'received',
  withdrawn: () => 'withdrawn',
  term_recomputed: () => 'term_moved',
  service_done: ({ data }) => (data.service === 'charge' ? 'payment_due' : undefined),
  message_received: ({ data }) => (data.name === 'payment' ? 'payment_received' : undefined),
};

/** What becoming this status tells, unless the diagram has just told it in its own words. */
const byStatus: Readonly<Record<string, string>> = {
  observed: 'observed', granted: 'granted', refused: 'refused', referred: 'referred', abandoned: 'abandoned', awaiting_appointment: 'appointment_due',
};

/** The messages that an applicant gets because of a fact: each key once. */
export function messagesOfFact(definition: Definition, fact: Fact, previous: string | null): readonly string[] {
  const own = byFact[fact.type]?.(fact);
  const status = fact.then.status !== undefined && fact.then.status !== previous ? byStatus[fact.then.status] : undefined;
  const sent = new Set(Object.values(definition.flow.elements).map(({ attributes }) => attributes.message)), told = keysToldByFlow(definition, fact);
  return [...[own].filter((key) => !sent.has(key)), ...[status].filter((key) => key !== own)].filter((key) => key !== undefined).filter((key) => !told.has(key));
}

function keysToldByFlow(definition: Definition, fact: Fact): ReadonlySet<string> {
  const entered = (fact.then.trace ?? []).filter((entry) => entry.startsWith('entered:')).map((entry) => entry.slice('entered:'.length));
  return new Set(entered.flatMap((element) => definition.flow.elements[element]?.attributes.message ?? []));
}
