import { check, type Evidence } from '../contract.ts';
import { areaNames } from '../words.ts';
import type { UnitRow } from '../unit-names/index.ts';

/** Areas that the organisation has and the manual of processes does not speak of. Without any document on the organisation there is nothing to compare. */
export function findUnitWithoutProcess(rows: readonly UnitRow[]): readonly Evidence[] {
  const withProcesses = new Set(rows.filter(({ kind }) => kind === 'mpp').map(({ area }) => area)), named = Map.groupBy(rows.filter(({ kind }) => kind === 'mof' || kind === 'organigrama'), ({ area }) => area);
  return [...named].filter(([area]) => !withProcesses.has(area)).map(([area, [first]]) => ({ subject: `unit:${area}`, href: '/plan/documentos', says: `«${first?.name ?? areaNames(area)}» está en ${first?.title ?? 'la organización'}, y ningún manual de procesos y procedimientos registrado trata de ella.` }));
}

export const unitWithoutProcess = check<UnitRow>({
  key: 'unidad-sin-procesos', name: 'Unidad sin procesos aprobados', severity: 'high', aspect: 1,
  rule: 'Cada unidad que está en la organización tiene sus procesos y procedimientos formalizados en el manual aprobado.',
  norm: 'Normas Básicas del Sistema de Organización Administrativa y RE-SOA de la entidad (artículo por confirmar)', mend: 'Diseñe y formalice los procesos de la unidad, y anote en el manual de procesos registrado qué unidades comprende.',
}, {
  sql: `select d.kind, d.title, u->>'area' as area, u->>'name' as name from plans.v_document d, jsonb_array_elements(d.units) u where d.entity_id = $1 and d.kind in ('mof', 'mpp', 'organigrama') and coalesce(u->>'area', '') <> '' order by d.updated_at`,
  find: findUnitWithoutProcess,
});
