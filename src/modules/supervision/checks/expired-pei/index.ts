import type { LocalDate } from '#kernel/clock.ts';
import { check, type Evidence } from '../contract.ts';

/** A plan of electronic government, with one plan that it says it rests on, or none. */
export type PlanRow = { readonly id: string; readonly title: string; readonly from_year: number; readonly to_year: number; readonly pei: string | null; readonly pei_from: number | null; readonly pei_to: number | null };

/** Plans that rest on no strategic plan, or on some of which none is in force and none covers their years. */
export function findExpiredPei(rows: readonly PlanRow[], today: LocalDate): readonly Evidence[] {
  const year = Number(today.slice(0, 4)), plans = Map.groupBy(rows, ({ id }) => id);
  return [...plans].flatMap(([id, those]) => {
    const [plan] = those, about = { subject: `plan:${id}`, href: `/plan/pige/${id}` };
    if (plan === undefined) return [];
    const named = `El plan «${plan.title}» (${plan.from_year}-${plan.to_year})`;
    const latest = those.reduce((best, row) => ((row.pei_to ?? 0) > (best.pei_to ?? 0) ? row : best), plan), { pei_from: from, pei_to: to } = latest;
    if (from === null || to === null) return [{ ...about, says: `${named} no dice con qué Plan Estratégico Institucional se articula.` }];
    if (to < year) return [{ ...about, says: `${named} se articula con el PEI ${from}-${to}, que terminó en ${to}, y no con el que está vigente.` }];
    return to < plan.to_year || from > plan.from_year ? [{ ...about, says: `${named} se articula con el PEI ${from}-${to}, que no cubre todos sus años.` }] : [];
  });
}

export const expiredPei = check<PlanRow>({
  key: 'pei-vencido', name: 'Plan articulado a un PEI vencido', severity: 'high', aspect: 0,
  rule: 'El plan de gobierno electrónico se articula con el Plan Estratégico Institucional vigente, y todos sus años caen dentro de él.',
  norm: 'Decreto Supremo N.º 3251, de 12 de julio de 2017 (artículo por confirmar)', mend: 'Actualice el plan de gobierno electrónico y anote en él el PEI vigente, con sus años.',
}, {
  sql: `select p.id, p.title, p.from_year, p.to_year, a.name as pei, a.from_year as pei_from, a.to_year as pei_to
    from plans.v_plan p left join plans.v_alignment a on a.entity_id = p.entity_id and a.plan_id = p.id and a.instrument = 'pei' where p.entity_id = $1 and p.replaced_at is null and p.state not in ('superseded', 'closed')`,
  find: findExpiredPei,
});
