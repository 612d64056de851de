import { caseHref, endedWithin } from '../cases.ts';
import type { Operand } from '../contract.ts';

/** Applications that were granted or refused while a term to decide ran. */
export const withTerm: Operand = {
  name: 'solicitudes_con_plazo', says: 'Solicitudes concedidas o negadas cuyo plazo para resolver corría', unit: 'solicitudes', reduce: 'sum', visible: 'entity', href: caseHref,
  counts: { kind: 'cases', measure: 'with_term', which: `${endedWithin} and k.in_term is not null` },
};
