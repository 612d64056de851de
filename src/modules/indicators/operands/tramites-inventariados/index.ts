import type { Operand } from '../contract.ts';
import { entriesSql, entryHref } from '../inventory.ts';

/** All that entities have in their inventories. */
export const inventoried: Operand = {
  name: 'tramites_inventariados', says: 'Trámites del inventario', unit: 'trámites', reduce: 'sum', visible: 'entity',
  counts: { kind: 'things', sql: entriesSql('true') }, href: entryHref,
};
