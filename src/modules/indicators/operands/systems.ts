/** Systems in use that support at least one procedure and meet a condition over `s`. */
export const systemsSql = (condition: string): string =>
  `select s.entity_id, s.id::text as key, s.name as label from planning.v_system s where (s.retired_on is null or s.retired_on > $2::date) and cardinality(s.procedures) > 0 and ${condition}`;
