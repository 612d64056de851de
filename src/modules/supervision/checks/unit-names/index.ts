import { check, type Evidence } from '../contract.ts';
import { areaNames, normal } from '../words.ts';

/** How a document of the entity calls the unit of an area. */
export type UnitRow = { readonly kind: string; readonly title: string; readonly area: string; readonly name: string };

/** Areas whose unit has more than one name; capitals and accents make no other name. */
export const findUnitNames = (rows: readonly UnitRow[]): readonly Evidence[] => [...Map.groupBy(rows, ({ area }) => area)].flatMap(([area, those]) => {
  const names = [...Map.groupBy(those, ({ name }) => normal(name)).values()].map((same) => ({ name: same[0]?.name ?? '', titles: [...new Set(same.map(({ title }) => title))] }));
  if (names.length < 2) return [];
  return [{ subject: `unit:${area}`, href: '/plan/documentos', says: `La unidad de ${areaNames(area)} se llama de distinta manera: ${names.map(({ name, titles }) => `«${name}» en ${titles.join(', ')}`).join('; ')}.` }];
});

export const unitNames = check<UnitRow>({
  key: 'nombres-de-unidad', name: 'Unidad con nombres distintos', severity: 'medium', aspect: 1,
  rule: 'Cada unidad lleva un solo nombre en el manual de organización, el organigrama, el manual de procesos y los demás documentos.',
  norm: 'Normas Básicas del Sistema de Organización Administrativa y RE-SOA de la entidad (artículo por confirmar)', mend: 'Corrija los documentos para que todos lleven el nombre que aprobó la entidad.',
}, {
  sql: `select d.kind, d.title, u->>'area' as area, u->>'name' as name from plans.v_document d, jsonb_array_elements(d.units) u where d.entity_id = $1 and coalesce(u->>'area', '') <> '' and coalesce(u->>'name', '') <> '' order by d.updated_at`,
  find: findUnitNames,
});
