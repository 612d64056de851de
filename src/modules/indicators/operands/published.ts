/** Published procedures of entities of this installation that meet a condition over `p`, the procedure, and `e`, its entity. */
export const publishedSql = (condition: string): string =>
  `select e.id as entity_id, p.slug as key, p.name as label from catalog.v_published p join identity.v_entity e on e.key = p.entity_key where ${condition}`;

const recentDays = 90;

/** Procedures on line that used something in the last ninety days of the period: counted by what their cases put into the counters. */
export const usedSql = (measure: string): string => publishedSql(`p.runs_here and exists (
  select 1 from indicators.tally t where t.entity_id = e.id and t.procedure_id = p.procedure_id and t.measure = '${measure}' and t.day > $2::date - ${recentDays} and t.day <= $2::date and t.n > 0)`);

/** Where anybody reads about a procedure. */
export const procedureHref = (slug: string): string => `/tramites/${slug}`;
