import { caseHref, submittedWithin } from '../cases.ts';
import type { Operand } from '../contract.ts';

/** Applications that came in. */
export const received: Operand = {
  name: 'solicitudes_recibidas', says: 'Solicitudes que se presentaron en el periodo', unit: 'solicitudes', reduce: 'sum', visible: 'entity', href: caseHref,
  counts: { kind: 'cases', measure: 'submitted', which: submittedWithin },
};
