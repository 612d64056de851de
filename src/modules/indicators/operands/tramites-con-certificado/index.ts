import type { Operand } from '../contract.ts';
import { procedureHref, usedSql } from '../published.ts';

/** Procedures on line that gave somebody a sealed document. */
export const certifying: Operand = {
  name: 'tramites_con_certificado', says: 'Trámites en línea que emitieron un documento sellado en los últimos 90 días', unit: 'trámites', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: usedSql('certified') }, href: procedureHref,
};
