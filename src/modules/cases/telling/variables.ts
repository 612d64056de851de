import { localDateOf } from '#kernel/clock.ts';
import { decisionReason } from '../domain/reason.ts';
import { caseDue } from '../domain/terms.ts';
import type { Case, CaseTerm, Definition } from '../domain/types.ts';
import { variablesOf } from '../domain/world.ts';

/** What a message may say beside the procedure's own variables: the term that matters, the observation, the last decision. `more` wins. */
export function messageVariables(definition: Definition, current: Case, now: Date, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const { state } = current;
  return {
    ...state.flow.variables, ...variablesOf(definition, current, now),
    plazo: termOf(definition, current), observacion: { motivo: state.observation?.reason || null },
    decision: { motivo: decisionReason(definition, current) }, cobro: { monto: null, concepto: null }, cita: { fecha: null, hora: null, lugar: null },
    certificado: { nombre: null, codigo: null, vence: null }, ...more,
  };
}

// Whoever has to act is told their own term: the applicant's while something is observed, the entity's otherwise.
function termOf(definition: Definition, { state }: Case) {
  const own = state.terms.find((term) => term.metAt === undefined && definition.terms[term.name]?.binds === 'applicant');
  const fecha = own ? own.currentDue : caseDue(definition, state.terms);
  return { fecha, fecha_anterior: movedFrom(state.terms, fecha), motivo: null };
}

const movedFrom = (terms: readonly CaseTerm[], due: string | null): string | null => {
  const moved = terms.find((term) => term.currentDue === due && term.originalDue !== due);
  return moved?.originalDue ?? null;
};

/** A day for a message: the legal day of an instant. */
export const dayOf = (at: string): string => localDateOf(new Date(at));
