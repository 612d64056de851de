import type { Operand } from '../contract.ts';
import { procedureHref, usedSql } from '../published.ts';

/** Procedures on line that were decided for somebody whom a provider of identity vouched for: used to the end, not only begun. */
export const identified: Operand = {
  name: 'tramites_con_identidad_digital', says: 'Trámites en línea en los que se resolvió en los últimos 90 días una solicitud hecha con identidad digital', unit: 'trámites', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: usedSql('identified') }, href: procedureHref,
};
