import { localDateOf, sayDay, type LocalDate } from '#kernel/clock.ts';
import { check, type Evidence } from '../contract.ts';

/** A published procedure and the day of its version. */
export type PublishedRow = { readonly procedure_id: string; readonly slug: string; readonly name: string; readonly published_at: Date };

/** Procedures whose published information has not changed for more than twelve months. */
export function findStalePortal(rows: readonly PublishedRow[], today: LocalDate): readonly Evidence[] {
  const limit = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return rows.filter(({ published_at: at }) => localDateOf(at) < limit).map(({ procedure_id, slug, name, published_at: at }) => ({ subject: `procedure:${procedure_id}`, href: `/tramites/${slug}`, says: `Lo que el portal dice del trámite «${name}» no se actualiza desde el ${sayDay(localDateOf(at))}.` }));
}

export const stalePortal = check<PublishedRow>({
  key: 'portal-desactualizado', name: 'Información del portal sin actualizar en doce meses', severity: 'medium', aspect: 3,
  rule: 'La información de los trámites en el portal del Estado se mantiene actualizada.',
  norm: 'Decreto Supremo N.º 3525, de 4 de abril de 2018, art. 9 (doce meses es el criterio de esta comprobación, no de la norma)', mend: 'Revise la información publicada del trámite y publíquela de nuevo, aunque no haya cambiado.',
}, { sql: `select p.procedure_id, p.slug, p.name, p.published_at from catalog.v_published p join identity.v_entity e on e.key = p.entity_key where e.id = $1 order by p.published_at`, find: findStalePortal });
