import { addDays, localDateOf, sayDay, type LocalDate } from '#kernel/clock.ts';
import { check, type Evidence } from '../contract.ts';

/** A plan, since when it is in force, and when it was last followed up. */
export type FollowedPlan = { readonly id: string; readonly title: string; readonly from_year: number; readonly in_force_at: Date | null; readonly last: Date | null };

const yearDays = 365;

/** Plans that have run for a year without anybody writing how they go. A plan runs since it is in force, or since its first year began. */
export function findNoFollowUp(rows: readonly FollowedPlan[], today: LocalDate): readonly Evidence[] {
  const aYearAgo = addDays(today, -yearDays), year = Number(today.slice(0, 4));
  return rows.flatMap(({ id, title, from_year, in_force_at: since, last }) => {
    const runs = since === null ? from_year < year : localDateOf(since) <= aYearAgo, isFollowed = last !== null && localDateOf(last) > aYearAgo;
    if (!runs || isFollowed) return [];
    return [{ subject: `plan:${id}`, href: `/plan/pige/${id}`, says: last === null ? `Del plan «${title}» no hay ningún registro de seguimiento.` : `Del plan «${title}» no hay registros de seguimiento desde el ${sayDay(localDateOf(last))}.` }];
  });
}

export const noFollowUp = check<FollowedPlan>({
  key: 'plan-sin-seguimiento', name: 'Plan sin seguimiento en el año', severity: 'high', aspect: 0,
  rule: 'La ejecución del plan de gobierno electrónico se sigue al menos una vez al año, y queda constancia.',
  norm: 'Decreto Supremo N.º 3251, de 12 de julio de 2017 (artículo por confirmar)', mend: 'Registre en el plan el avance de cada proyecto, los gastos y lo que falta.',
}, {
  sql: `select p.id, p.title, p.from_year, p.in_force_at, (select max(f.at) from plans.v_follow_up f where f.entity_id = p.entity_id and f.plan_id = p.id) as last
    from plans.v_plan p where p.entity_id = $1 and p.replaced_at is null and p.state not in ('superseded', 'closed')`,
  find: findNoFollowUp,
});
