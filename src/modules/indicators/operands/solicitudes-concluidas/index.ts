import { caseHref, endedWithin } from '../cases.ts';
import type { Operand } from '../contract.ts';

/** Applications that ended, in whatever way. */
export const finished: Operand = {
  name: 'solicitudes_concluidas', says: 'Solicitudes que terminaron en el periodo', unit: 'solicitudes', reduce: 'sum', visible: 'entity', href: caseHref,
  counts: { kind: 'cases', measure: 'finished', which: endedWithin },
};
