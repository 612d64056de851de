import type { Role } from '#kernel/access.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';

/** How far the evaluation of an entity has come, as it is kept: from the first word written. */
export type KeptState = 'writing' | 'sent' | 'observed' | 'accepted';

/** How it is told: before the first word it is open; when the agency closes the year, what was accepted is closed, and the rest was missed. */
export type EvaluationState = KeptState | 'open' | 'closed' | 'missed';

/** What the states are called. */
export const evaluationNames = { open: 'Abierta', writing: 'En registro', sent: 'Enviada', observed: 'Observada', accepted: 'Aceptada', closed: 'Cerrada', missed: 'Cerrada sin aceptar' } as const satisfies Record<EvaluationState, string>;

/** How an evaluation is told, by what is kept of it and whether its year is closed. */
export function toldState(kept: KeptState | undefined, isClosed: boolean): EvaluationState {
  if (isClosed) return kept === 'accepted' ? 'closed' : 'missed';
  return kept ?? 'open';
}

/** What can be done with an evaluation. */
export type EvaluationStep = 'write' | 'send' | 'observe' | 'accept';

type Row = { readonly step: EvaluationStep; readonly from: readonly EvaluationState[]; readonly to: KeptState; readonly who: Role; readonly needsReason: boolean };

// One row for each way; what is no row is not allowed. The agency evaluates, monitors and follows up; entities inform each year (plan nacional, cap. 6.2).
const rows: readonly Row[] = [
  { step: 'write',   from: ['open', 'writing'],     to: 'writing',  who: 'egov_head', needsReason: false },
  { step: 'write',   from: ['observed'],            to: 'observed', who: 'egov_head', needsReason: false },
  { step: 'send',    from: ['writing', 'observed'], to: 'sent',     who: 'egov_head', needsReason: false },
  { step: 'observe', from: ['sent'],                to: 'observed', who: 'reviewer',  needsReason: true },
  { step: 'accept',  from: ['sent'],                to: 'accepted', who: 'reviewer',  needsReason: false },
];

/** Who acts: an entity writes of itself, and the agency does not answer what one of its own sent. */
export type Evaluator = { readonly id: PersonId; readonly roles: readonly Role[]; readonly isOfEntity: boolean };

/** What this person may do with an evaluation now. */
export const evaluationSteps = ({ id, roles, isOfEntity }: Evaluator, state: EvaluationState, movedBy: PersonId | undefined): readonly Row[] =>
  rows.filter(({ from, who }) => from.includes(state) && roles.includes(who) && (who === 'egov_head' ? isOfEntity : movedBy !== id));

/** The words of an evaluation: by number of line, and under `general`. */
export type Narrative = Readonly<Record<string, string>>;

/** One goal in an evaluation, as it stood when it was sent. */
export type EvaluatedGoal = {
  readonly code: string; readonly line: number; readonly computed: number | null | undefined; readonly declared: number | null | undefined;
  /** Declared less computed; absent where one is missing or has no basis. */
  readonly discrepancy: number | undefined;
  /** How far what was declared has come, where it was not accepted yet. */
  readonly declaredState: string | undefined;
  readonly evidence: string | undefined;
};

/** What an entity says of one of its years. */
export type Evaluation = { readonly entityId: EntityId; readonly year: number; readonly state: KeptState; readonly revision: number; readonly narrative: Narrative; readonly figures: readonly EvaluatedGoal[] | null; readonly movedBy: PersonId; readonly movedAt: Date };
