import type { Operand } from '../contract.ts';
import { entriesSql, entryHref } from '../inventory.ts';

/** What supports other processes and usually goes by digital means, by what the entity says of it. */
export const supportingDigitally: Operand = {
  name: 'procesos_adjetivos_digitales', says: 'Trámites del inventario que apoyan a otros procesos y se atienden habitualmente por medios digitales', unit: 'trámites', reduce: 'sum', visible: 'entity',
  counts: { kind: 'things', sql: entriesSql(`n.answers->>'proceso' = 'adjetivo' and n.answers->>'digital' = 'habitual'`) }, href: entryHref,
};
