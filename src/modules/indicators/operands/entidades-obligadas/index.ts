import type { Operand } from '../contract.ts';

/** Everybody on the list of the indicator who uses this installation. */
export const obliged: Operand = {
  name: 'entidades_obligadas', says: 'Entidades de la lista que usan esta instalación', unit: 'entidades', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: 'select id as entity_id, key, name as label from identity.v_entity' },
};
