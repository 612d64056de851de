import type { Operand } from '../contract.ts';

/** Entities that people find at least one procedure of. */
export const publishing: Operand = {
  name: 'entidades_que_publican', says: 'Entidades con por lo menos un trámite publicado y vigente', unit: 'entidades', reduce: 'sum', visible: 'public',
  counts: { kind: 'things', sql: 'select e.id as entity_id, e.key, e.name as label from identity.v_entity e where exists (select 1 from catalog.v_published p where p.entity_key = e.key)' },
};
