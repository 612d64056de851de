import type { PlanFact, PlanFactType, PlanTerm } from './types.ts';

/** What a kind of fact is called. */
const factNames = {
  registered: 'La entidad registró el plan', observed: 'La agencia observó el plan', conformed: 'La agencia dio su conformidad', answered: 'La entidad ajustó el plan y respondió',
  approved: 'El plan se aprobó en forma digital', authority_approved: 'La máxima autoridad aprobó el plan por resolución', resolution_registered: 'Se registró la resolución y el plan es oficial',
  superseded: 'Una nueva versión reemplazó al plan', closed: 'El plan se cerró', opinion_given: 'Una entidad coordinadora opinó', terms_recomputed: 'Cambió el calendario y se movió el plazo',
} as const satisfies Record<PlanFactType, string>;

/** A fact as people read it: what happened, who did it, when, and how many days after its term. */
export type StoryEntry = { readonly title: string; readonly at: Date; readonly by: string; readonly daysLate: number; readonly note: string };

/** The facts of a plan in words, in order. */
export function planStory(facts: readonly PlanFact[]): readonly StoryEntry[] {
  let before: readonly PlanTerm[] = [];
  return facts.map((fact) => {
    const after = fact.then.terms ?? before, met = after.filter(({ metOn }, index) => metOn !== null && (before[index]?.metOn ?? null) === null);
    before = after;
    return { title: factNames[fact.type], at: new Date(fact.at), by: fact.by.name, daysLate: Math.max(0, ...met.map((term) => term.daysLate ?? 0)), note: noteOf(fact) };
  });
}

function noteOf({ type, data, then }: PlanFact): string {
  switch (type) {
    case 'observed': return `Quedaron por resolver ${data.open}.`;
    case 'answered': return `Vuelta ${data.round}.`;
    case 'approved': return `Código ${data.code}.`;
    case 'authority_approved': return `Resolución ${data.number}${data.confidential === true ? '. Declara confidencial el plan' : ''}.`;
    case 'resolution_registered': return `Resolución ${data.number}.`;
    case 'closed': return `Motivo: ${data.reason}`;
    case 'superseded': return `Versión ${data.version}.`;
    case 'opinion_given': return then.opinions?.at(-1)?.text ?? '';
    default: return '';
  }
}
