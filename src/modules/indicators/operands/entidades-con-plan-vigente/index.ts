import type { Operand } from '../contract.ts';

/** Entities whose plan of electronic government is in force: approved, not replaced, and for years that have not ended. */
export const planning: Operand = {
  name: 'entidades_con_plan_vigente', says: 'Entidades con su plan de gobierno electrónico vigente', unit: 'entidades', reduce: 'sum', visible: 'public',
  counts: {
    kind: 'things',
    sql: `select e.id as entity_id, e.key, e.name as label from identity.v_entity e where exists (
      select 1 from plans.v_plan p where p.entity_id = e.id and p.in_force_at is not null and p.replaced_at is null and p.to_year >= extract(year from $2::date))`,
  },
};
