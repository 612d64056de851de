import type { RunningTerm } from './consequences.ts';

/** The terms of the follow-up that an examining authority sets. */
export const termKeys = ['request', 'answer', 'plan', 'escalation', 'verification'] as const;
export type TermKey = (typeof termKeys)[number];

/** What each term is for. */
export const termNames = {
  request: 'Entregar lo que se pide', answer: 'Responder a una recomendación', plan: 'Registrar el plan de acción', escalation: 'Decidir sobre lo que no se aceptó', verification: 'Verificar lo que se informó como cumplido',
} as const satisfies Record<TermKey, string>;

/** The terms of an authority, in working days. */
export type Terms = Readonly<Record<TermKey, RunningTerm>>;

/**
 * What holds until the authority sets its own: values of the program, with no norm, marked as to be confirmed wherever they are shown. No Bolivian norm that
 * sets them was found.
 */
export const defaultTerms: Terms = {
  request: { days: 5, norm: undefined }, answer: { days: 10, norm: undefined }, plan: { days: 15, norm: undefined }, escalation: { days: 10, norm: undefined }, verification: { days: 20, norm: undefined },
};

const daysMax = 365, normMax = 200;

/** The terms that somebody typed: what is typed as `<key>` days and `<key>-norma`; with what to put right. */
export function readTerms(typed: (name: string) => string): { readonly terms: Terms; readonly faults: readonly { readonly field: string; readonly message: string }[] } {
  const read = termKeys.map((key) => [key, { days: Number(typed(key)), norm: typed(`${key}-norma`).slice(0, normMax) || undefined }] as const);
  const faults = read.filter(([, { days }]) => !Number.isInteger(days) || days < 1 || days > daysMax).map(([key]) => ({ field: key, message: `${termNames[key]}: escriba los días hábiles, entre 1 y ${daysMax}.` }));
  return { terms: { ...defaultTerms, ...Object.fromEntries(read) }, faults };
}
