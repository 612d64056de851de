import type { Operand } from '../contract.ts';
import { procedureHref, usedSql } from '../published.ts';

/** Procedures on line that charged somebody. */
export const charging: Operand = {
  name: 'tramites_con_pago', says: 'Trámites en línea que emitieron una orden de pago en los últimos 90 días', unit: 'trámites', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: usedSql('charged') }, href: procedureHref,
};
