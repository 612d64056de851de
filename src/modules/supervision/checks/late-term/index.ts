import { sayDay, type LocalDate } from '#kernel/clock.ts';
import type { Check, Evidence, TermRow } from '../contract.ts';

/** Terms whose last day has passed and that nobody has met. What was done late is no longer to be mended, and is not found. */
export const findLateTerm = (rows: readonly TermRow[], today: LocalDate): readonly Evidence[] =>
  rows.filter(({ due, metOn }) => metOn === null && due < today).map(({ planId, planTitle, isOwn, step, title, norm, originalDue, due }) => ({
    subject: `plan:${planId}:${step}`, href: isOwn ? `/plan/pige/${planId}/tramite` : `/plan/pige/revision/${planId}`,
    says: `Del plan «${planTitle}» venció el ${sayDay(due)} el plazo para ${title.charAt(0).toLowerCase()}${title.slice(1)} (${norm.split(', ').slice(1).join(', ')}), y no se hizo.${due === originalDue ? '' : ` Al principio terminaba el ${sayDay(originalDue)}: cambió el calendario.`}`,
  }));

export const lateTerm: Check = {
  key: 'plazo-del-plan-vencido', name: 'Un plazo del trámite del plan venció sin que se cumpla', severity: 'high', aspect: 0,
  rule: 'Cada paso del trámite del plan de gobierno electrónico se hace dentro de su plazo.',
  norm: 'Plan de Implementación de Gobierno Electrónico 2025-2028, cap. 6.1',
  mend: 'Abra el trámite del plan y haga el paso que espera: el plazo vencido no cierra el trámite, y lo que se hace tarde queda anotado con sus días de retraso.',
  async look(db, entityId, today, { planTerms }) {
    const rows = await planTerms(db, entityId, today);
    return { evidences: findLateTerm(rows, today), hasBase: rows.length > 0 };
  },
};
