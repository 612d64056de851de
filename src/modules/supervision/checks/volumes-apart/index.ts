import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import { check, type Evidence } from '../contract.ts';

/** What is declared of a procedure in a year, and what was handed in here in the last 365 days since the first of them. */
export type VolumeRow = { readonly procedure_id: string; readonly slug: string; readonly name: string; readonly declared: number; readonly measured: number; readonly first: Date };

const yearDays = 365, daysMin = 90, casesMin = 10, apart = 0.5, dayMillis = 86_400_000;
const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });

/** Procedures whose declared volume is more than half away from the measured one, at a pace of at least ninety days and ten applications. */
export const findVolumesApart = (rows: readonly VolumeRow[], today: LocalDate): readonly Evidence[] => rows.flatMap(({ procedure_id, slug, name, declared, measured, first }) => {
  const days = Math.min(yearDays, Math.round((Date.parse(today) - Date.parse(localDateOf(first))) / dayMillis) + 1), pace = (measured * yearDays) / Math.max(1, days);
  if (days < daysMin || measured < casesMin || Math.abs(declared - pace) <= apart * pace) return [];
  return [{ subject: `procedure:${procedure_id}`, href: `/plan/inventario/tramite/${slug}`, says: `Del trámite «${name}» se declaran ${whole.format(declared)} solicitudes al año, y al ritmo medido son ${whole.format(pace)}.` }];
});

export const volumesApart = check<VolumeRow>({
  key: 'volumen-lejano', name: 'Volumen declarado lejos del medido', severity: 'low', aspect: 3,
  rule: 'Lo que se declara en el inventario coincide con lo que se mide. Se señala cuando se aparta más de la mitad.',
  norm: 'Guía de la estrategia de digitalización, sección 2', mend: 'Corrija la cifra en la ficha del trámite, o explique en ella por qué es otra.',
}, {
  sql: `select e.procedure_id, e.slug, e.name, (e.answers->>'solicitudes_anio')::float8 as declared, m.measured, m.first
    from planning.v_entry e join lateral (select count(*)::int as measured, min(c.submitted_at) as first from cases.v_outcome c where c.entity_id = e.entity_id and c.procedure_id = e.procedure_id and c.submitted_at > now() - interval '365 days') m on m.measured > 0
    where e.entity_id = $1 and jsonb_typeof(e.answers->'solicitudes_anio') = 'number'`,
  find: findVolumesApart,
});
