import type { Operand } from '../contract.ts';
import { procedureHref, usedSql } from '../published.ts';

/** Procedures on line that somebody asked for as whom a provider of identity vouched. */
export const identified: Operand = {
  name: 'tramites_con_identidad_digital', says: 'Trámites en línea en los que alguien entró con identidad digital en los últimos 90 días', unit: 'trámites', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: usedSql('identified') }, href: procedureHref,
};
