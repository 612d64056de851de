import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { check, type Evidence } from '../contract.ts';
import { countOf } from '../words.ts';

/** A system that was taken out of service, and how many procedures say it supports them. */
export type RetiredRow = { readonly id: string; readonly name: string; readonly retired_on: string; readonly procedures: number };

/** Systems out of service that procedures still rest on. */
export const findRetiredSystem = (rows: readonly RetiredRow[]): readonly Evidence[] => rows.filter(({ procedures }) => procedures > 0).map(({ id, name, retired_on: on, procedures }) => {
  const day = parseLocalDate(on);
  return { subject: `system:${id}`, href: `/plan/sistemas/${id}`, says: `El sistema «${name}» está fuera de servicio${day === undefined ? '' : ` desde el ${sayDay(day)}`}, y ${procedures === 1 ? 'lo nombra' : 'lo nombran'} todavía ${countOf(procedures, 'trámite', 'trámites')}.` };
});

export const retiredSystem = check<RetiredRow>({
  key: 'sistema-retirado', name: 'Sistema fuera de servicio que apoya trámites', severity: 'medium', aspect: 3,
  rule: 'Los procesos de cada trámite nombran los sistemas que de verdad se usan.',
  norm: 'RE-SOA de la entidad y Manual de Procesos y Procedimientos (artículo por confirmar)', mend: 'Anote en la ficha de cada trámite el sistema que hoy lo apoya.',
}, { sql: `select id, name, retired_on::text, cardinality(procedures) as procedures from planning.v_system where entity_id = $1 and retired_on is not null order by name`, find: findRetiredSystem });
