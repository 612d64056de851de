import type { FlowState } from '#modules/flows/index.ts';
import type { CaseOutcome, CaseStatus, Wait } from './types.ts';

const outcomes: readonly string[] = ['granted', 'refused', 'referred', 'abandoned', 'withdrawn', 'closed'] satisfies readonly CaseOutcome[];

/** What a case that waits for something is called. The applicant's own duties come before what officers do meanwhile. */
const waitStatus: readonly (readonly [waits: string, status: CaseStatus])[] = [
  ['payment', 'awaiting_payment'], ['correction', 'observed'], ['appointment', 'awaiting_appointment'],
];

/** Where a case stands: how it ended, or what it waits for, or that it is being examined. */
export function statusOf(flow: FlowState, waits: readonly Wait[]): CaseStatus {
  if (flow.status !== 'running') return isOutcome(flow.outcome) ? flow.outcome : 'closed';
  return waitStatus.find(([awaited]) => waits.some((wait) => wait.for === awaited))?.[1] ?? 'in_review';
}

const isOutcome = (outcome: string | undefined): outcome is CaseOutcome => outcome !== undefined && outcomes.includes(outcome);

/** How each status is called to the applicant. */
export const statusLabel = {
  awaiting_payment: 'Falta el pago', awaiting_appointment: 'Falta elegir cita', in_review: 'En revisión', observed: 'Observado: debe corregir',
  granted: 'Aprobado', refused: 'Rechazado', referred: 'Remitido', abandoned: 'Archivado por abandono', withdrawn: 'Retirado por usted', closed: 'Terminado',
} as const satisfies Record<CaseStatus, string>;

/** How each status is called to officers. */
export const statusName = {
  ...statusLabel, awaiting_payment: 'Espera el pago', awaiting_appointment: 'Espera la cita', observed: 'Observado', withdrawn: 'Retirado',
} as const satisfies Record<CaseStatus, string>;
