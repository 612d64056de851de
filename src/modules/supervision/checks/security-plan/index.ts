import { parseLocalDate, sayDay, type LocalDate } from '#kernel/clock.ts';
import { check, type Evidence } from '../contract.ts';

/** A plan of information security of the entity, with its last day. */
export type SecurityPlan = { readonly title: string; readonly to_day: string | null };

/** That there is no plan of information security, or that the last one has ended. One without an end holds. */
export function findSecurityPlan(rows: readonly SecurityPlan[], today: LocalDate): readonly Evidence[] {
  const about = { subject: 'pisi', href: '/plan/documentos' }, ends = rows.map(({ to_day: day }) => day ?? '9999-12-31').sort().at(-1);
  if (ends === undefined) return [{ ...about, says: 'La entidad no tiene registrado ningún Plan Institucional de Seguridad de la Información (PISI).' }];
  const last = parseLocalDate(ends);
  return last !== undefined && last < today ? [{ ...about, says: `El Plan Institucional de Seguridad de la Información (PISI) terminó el ${sayDay(last)}, y no hay otro vigente.` }] : [];
}

export const securityPlan = check<SecurityPlan>({
  key: 'pisi', name: 'Plan de seguridad de la información ausente o vencido', severity: 'high', aspect: 2,
  rule: 'La entidad tiene un Plan Institucional de Seguridad de la Información aprobado y vigente.',
  norm: 'Decreto Supremo N.º 2514, de 9 de septiembre de 2015 (artículo por confirmar)', mend: 'Elabore y apruebe el PISI, y regístrelo entre los documentos de la entidad con su vigencia.',
}, { sql: `select title, to_day::text from plans.v_document where entity_id = $1 and kind = 'pisi'`, find: findSecurityPlan });
