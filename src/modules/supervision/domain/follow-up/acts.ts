import type { Answers } from '#modules/forms/index.ts';
import type { Role } from '#kernel/access.ts';
import type { Side } from '../examination.ts';
import type { State } from './states.ts';

/** What may be done about a recommendation once it was notified. */
export const actKeys = ['answer', 'plan', 'progress', 'report', 'take', 'verify', 'insist', 'close'] as const;
export type ActKey = (typeof actKeys)[number];

/** What facts are called: the acts, and the two that happen to all recommendations of a report at once. */
export type FactKey = ActKey | 'issue' | 'notify';

type Act = {
  /** The button, and what the history says. */
  readonly name: string; readonly did: string;
  readonly side: Side; readonly roles: readonly Role[]; readonly from: readonly State[];
  /** The state that it leads to, by what was written. */
  readonly to: (detail: Answers) => State | undefined;
};

const beforeVerifying = ['notified', 'accepted', 'partly_accepted', 'not_accepted', 'planned', 'under_way'] as const;
const oneOf = (...allowed: readonly State[]) => (name: string) => (detail: Answers): State | undefined => allowed.find((state) => state === detail[name]);
const ending = ['closed_not_implemented', 'closed_not_applicable'] as const;
const verified = (detail: Answers): State | undefined => (detail.resultado === 'partial' || detail.resultado === 'not_done' ? 'under_way' : oneOf('closed_implemented', ...ending)('resultado')(detail));

/** The machine: who may do what, in which state, and where it leads. What no row names is refused; only whoever examines closes. */
export const acts = {
  answer: { name: 'Responder', did: 'La entidad respondió', side: 'examined', roles: ['authority', 'egov_head'], from: ['notified'], to: oneOf('accepted', 'partly_accepted', 'not_accepted')('decision') },
  plan: { name: 'Registrar el plan de acción', did: 'La entidad registró su plan de acción', side: 'examined', roles: ['egov_head'], from: ['accepted', 'partly_accepted', 'planned'], to: () => 'planned' },
  progress: { name: 'Informar un avance', did: 'La entidad informó un avance', side: 'examined', roles: ['egov_head'], from: ['planned', 'under_way'], to: () => 'under_way' },
  report: { name: 'Informar que está cumplida', did: 'La entidad informó que está cumplida', side: 'examined', roles: ['egov_head', 'authority'], from: ['planned', 'under_way'], to: () => 'reported' },
  take: { name: 'Empezar la verificación', did: 'Empezó la verificación', side: 'examiner', roles: ['examiner'], from: ['reported'], to: () => 'under_verification' },
  verify: { name: 'Anotar la verificación', did: 'Se verificó', side: 'examiner', roles: ['examiner'], from: ['under_verification'], to: verified },
  insist: { name: 'Insistir', did: 'Se insistió en la recomendación', side: 'examiner', roles: ['examiner'], from: ['not_accepted'], to: () => 'notified' },
  close: { name: 'Cerrar sin verificación', did: 'Se cerró sin verificación', side: 'examiner', roles: ['examiner'], from: beforeVerifying, to: oneOf(...ending)('resultado') },
} as const satisfies Record<ActKey, Act>;

/** What the history says of each fact. */
export const didOf = (fact: FactKey): string => (fact === 'issue' ? 'Se emitió el informe' : fact === 'notify' ? 'Se notificó a la entidad' : acts[fact].did);

/** The acts that somebody on this side with these roles may do in a state. */
export const actsFor = (state: State, side: Side, roles: readonly Role[]): readonly ActKey[] => actKeys.filter((key) => mayAct(key, state, side, roles));

/** Whether somebody on this side with these roles may do this in a state. */
export function mayAct(key: ActKey, state: State, side: Side, roles: readonly Role[]): boolean {
  const { side: whose, roles: whoseRoles, from }: Act = acts[key];
  return whose === side && from.includes(state) && whoseRoles.some((role) => roles.includes(role));
}
