import type { Role } from '#kernel/access.ts';
import type { PersonId } from '#kernel/ids.ts';
import type { DeclarationState } from './declaration.ts';

/** What can be done with a declared figure. */
export type Step = 'send' | 'withdraw' | 'approve' | 'accept' | 'return' | 'reopen';

type Row = { readonly step: Step; readonly from: DeclarationState; readonly to: DeclarationState; readonly who: Role; readonly needsReason: boolean; readonly text: string; readonly done: string };

// One row for each way forward or back; what is no row is not allowed. Levels of approval after those of the national plan's bodies:
// the entity, the body that coordinates the line (cuadro 3), the agency (capítulo 6.2).
const rows: readonly Row[] = [
  { step: 'send',     from: 'draft',    to: 'sent',     who: 'egov_head',   needsReason: false, text: 'Enviar',              done: 'Enviamos la declaración a quien coordina la línea.' },
  { step: 'withdraw', from: 'sent',     to: 'draft',    who: 'egov_head',   needsReason: true,  text: 'Retirar',             done: 'Retiramos la declaración: es otra vez un borrador.' },
  { step: 'approve',  from: 'sent',     to: 'approved', who: 'coordinator', needsReason: false, text: 'Aprobar',             done: 'Aprobamos la declaración: pasa a la AGETIC.' },
  { step: 'return',   from: 'sent',     to: 'draft',    who: 'coordinator', needsReason: true,  text: 'Devolver',            done: 'Devolvimos la declaración a la entidad.' },
  { step: 'accept',   from: 'approved', to: 'accepted', who: 'reviewer',    needsReason: false, text: 'Aceptar y publicar',  done: 'Aceptamos la declaración: ya se ve en el tablero.' },
  { step: 'return',   from: 'approved', to: 'draft',    who: 'reviewer',    needsReason: true,  text: 'Devolver',            done: 'Devolvimos la declaración a la entidad.' },
  { step: 'reopen',   from: 'accepted', to: 'draft',    who: 'reviewer',    needsReason: true,  text: 'Reabrir',             done: 'Reabrimos la declaración: ya no se ve en el tablero.' },
];

/** Who acts, on whose figure. */
export type Actor = { readonly id: PersonId; readonly roles: readonly Role[]; readonly isOfEntity: boolean; readonly coordinates: boolean };

/** Where a figure stands, and who brought it there. */
export type Standing = { readonly state: DeclarationState; readonly movedBy: PersonId };

/** What this person may do now. The entity's own acts are for its own people, a coordinator's for the lines it coordinates, and nobody approves or accepts what they moved last. */
export const stepsFor = (actor: Actor, { state, movedBy }: Standing): readonly Row[] => rows.filter(({ from, who, to }) => {
  if (from !== state || !actor.roles.includes(who)) return false;
  if (who === 'egov_head') return actor.isOfEntity;
  if (who === 'coordinator' && !actor.coordinates) return false;
  return to === 'draft' || movedBy !== actor.id;
});

/**
 * Whether a body may approve figures of a goal: the plan names it as coordinator (cuadro 3), or names none that works here (such as «COPLUTIC» or
 * «Entidades Públicas»), so that nothing waits for somebody who can't come.
 */
export function mayCoordinate(coordinators: readonly string[], acronym: string, acronymsHere: readonly string[]): boolean {
  const here = coordinators.filter((name) => acronymsHere.some((each) => names(name, each)));
  return here.length === 0 || here.some((name) => names(name, acronym));
}

const names = (coordinator: string, acronym: string): boolean => coordinator.split(/[^\p{L}\d-]+/u).includes(acronym);
