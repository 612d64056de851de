import { check, type Evidence } from '../contract.ts';

/** A procedure that charges on line, and where it is said to be free. */
export type ChargingRow = { readonly procedure_id: string; readonly slug: string; readonly name: string; readonly free_in_catalogue: boolean; readonly free_in_inventory: boolean };

/** Procedures that charge although what is published or declared says that they are free. */
export const findFreeThatCharges = (rows: readonly ChargingRow[]): readonly Evidence[] => rows.filter((row) => row.free_in_catalogue || row.free_in_inventory).map(({ procedure_id, slug, name, free_in_catalogue: published }) => ({
  subject: `procedure:${procedure_id}`, href: published ? `/tramites/${slug}` : `/plan/inventario/tramite/${slug}`, says: `El trámite «${name}» cobra, y ${published ? 'el catálogo público' : 'el inventario'} dice que es gratuito.`,
}));

export const freeThatCharges = check<ChargingRow>({
  key: 'gratuito-que-cobra', name: 'Trámite gratuito que cobra', severity: 'high', aspect: 3,
  rule: 'A nadie se le cobra por un trámite que está publicado como gratuito.',
  norm: 'Ley N.º 2341 de Procedimiento Administrativo, art. 4 (principio de gratuidad, inciso por confirmar)', mend: 'Publique el arancel con la norma que lo fija, o deje de cobrarlo.',
}, {
  sql: `select t.procedure_id, t.slug, t.name, coalesce(t.free, false) as free_in_catalogue, coalesce(i.answers->'gratuito' = 'true', false) as free_in_inventory
    from catalog.v_tools t join identity.v_entity e on e.key = t.entity_key left join planning.v_entry i on i.entity_id = e.id and i.procedure_id = t.procedure_id
    where e.id = $1 and (t.charges or exists (select 1 from cases.v_outcome c where c.entity_id = e.id and c.procedure_id = t.procedure_id and c.charged)) order by t.name`,
  find: findFreeThatCharges,
});
