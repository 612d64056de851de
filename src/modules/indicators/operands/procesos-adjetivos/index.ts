import type { Operand } from '../contract.ts';
import { entriesSql, entryHref } from '../inventory.ts';

/** What of the inventories is there to support other processes, by what the entity says of it. */
export const supporting: Operand = {
  name: 'procesos_adjetivos', says: 'Trámites del inventario que apoyan a otros procesos', unit: 'trámites', reduce: 'sum', visible: 'entity',
  counts: { kind: 'things', sql: entriesSql(`n.answers->>'proceso' = 'adjetivo'`) }, href: entryHref,
};
