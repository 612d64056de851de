import type { Operand } from '../contract.ts';
import { procedureHref, publishedSql } from '../published.ts';

/** Procedures that are asked for on line here. */
export const online: Operand = {
  name: 'tramites_en_linea', says: 'Trámites que se piden en línea aquí', unit: 'trámites', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: publishedSql('p.runs_here') }, href: procedureHref,
};
