import type { Operand } from '../contract.ts';

/** Entities in which something happened in thirty days: an application came in or ended, or somebody worked on the inventory. */
export const active: Operand = {
  name: 'entidades_con_actividad', says: 'Entidades con actividad en los últimos 30 días', unit: 'entidades', reduce: 'sum', visible: 'public',
  counts: {
    kind: 'things',
    sql: `select e.id as entity_id, e.key, e.name as label from identity.v_entity e
      where exists (select 1 from indicators.counted_case k where k.entity_id = e.id and k.submitted_on > $2::date - 30 and k.submitted_on <= $2::date)
        or exists (select 1 from indicators.counted_case k where k.entity_id = e.id and k.closed_on > $2::date - 30 and k.closed_on <= $2::date)
        or exists (select 1 from planning.v_entry n where n.entity_id = e.id and n.updated_at > ($2::date - 29)::timestamp at time zone 'America/La_Paz')`,
  },
};
