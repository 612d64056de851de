import { caseHref, endedWithin } from '../cases.ts';
import type { Operand } from '../contract.ts';

/** How many days the one in the middle took. */
export const took: Operand = {
  name: 'dias_hasta_resolver', says: 'Mediana de los días hasta conceder o negar', unit: 'días', reduce: 'median', visible: 'entity', href: caseHref,
  counts: { kind: 'cases', measure: 'took', which: `${endedWithin} and k.took_days is not null` },
};
