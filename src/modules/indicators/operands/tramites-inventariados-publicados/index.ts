import type { Operand } from '../contract.ts';
import { entriesSql, entryHref } from '../inventory.ts';

/** What of the inventories people find in the catalogue. */
export const inventoriedAndPublished: Operand = {
  name: 'tramites_inventariados_publicados', says: 'Trámites del inventario que están en el catálogo', unit: 'trámites', reduce: 'sum', visible: 'entity',
  counts: { kind: 'things', sql: entriesSql('exists (select 1 from catalog.v_published p where p.procedure_id = n.procedure_id)') }, href: entryHref,
};
