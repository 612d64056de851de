import type { Operand } from '../contract.ts';
import { procedureHref, publishedSql } from '../published.ts';

/** Procedures that people find in the catalogue. */
export const published: Operand = {
  name: 'tramites_publicados', says: 'Trámites publicados y vigentes en el catálogo', unit: 'trámites', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: publishedSql('true') }, href: procedureHref,
};
