import { check, type Evidence } from '../contract.ts';
import { normal } from '../words.ts';

/** A procedure that names a system, and the names of the systems in the register. */
export type SystemRow = { readonly procedure_id: string; readonly slug: string; readonly name: string; readonly system: string; readonly known: readonly string[]; readonly is_linked: boolean };

/** Procedures that say they rest on a system which the register does not have. */
export const findUnlistedSystem = (rows: readonly SystemRow[]): readonly Evidence[] => rows
  .filter(({ system, known, is_linked }) => !is_linked && normal(system) !== '' && !known.some((name) => normal(name) === normal(system)))
  .map(({ procedure_id, slug, name, system }) => ({ subject: `procedure:${procedure_id}`, href: `/plan/inventario/tramite/${slug}`, says: `El trámite «${name}» dice que lo apoya «${system}», y ese sistema no está en el registro de la entidad.` }));

export const unlistedSystem = check<SystemRow>({
  key: 'sistema-sin-registro', name: 'Sistema de apoyo que no está en el registro', severity: 'medium', aspect: 3,
  rule: 'Los procesos de cada trámite identifican bien los sistemas informáticos que los apoyan, y esos sistemas existen.',
  norm: 'RE-SOA de la entidad y Manual de Procesos y Procedimientos (artículo por confirmar)', mend: 'Agregue el sistema al registro, o corrija su nombre en la ficha del trámite.',
}, {
  sql: `select e.procedure_id, e.slug, e.name, btrim(e.answers->>'sistema') as system, s.known, coalesce(e.procedure_id = any(s.linked), false) as is_linked
    from planning.v_entry e, (select coalesce(array_agg(n) filter (where n is not null), '{}') as known, coalesce(array_agg(l) filter (where l is not null), '{}') as linked
      from (select unnest(array_append(aliases, name)) as n, null as l from planning.v_system where entity_id = $1 union all select null, unnest(procedures) from planning.v_system where entity_id = $1) both_of) s
    where e.entity_id = $1 and coalesce(e.answers->>'sistema', '') <> '' order by e.name`,
  find: findUnlistedSystem,
});
