import { caseHref, endedWithin } from '../cases.ts';
import type { Operand } from '../contract.ts';

/** Applications that were granted or refused on the last day to decide or before. */
export const inTerm: Operand = {
  name: 'solicitudes_en_plazo', says: 'Solicitudes concedidas o negadas dentro de plazo', unit: 'solicitudes', reduce: 'sum', visible: 'entity', href: caseHref,
  counts: { kind: 'cases', measure: 'in_term', which: `${endedWithin} and k.in_term` },
};
