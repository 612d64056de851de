import { insetText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PlanHead, PlanState } from '../../domain/plan/plan.ts';
import { planHref } from '../plan/addresses.ts';

const says: Readonly<Record<PlanState, string>> = {
  draft: 'Cuando el plan esté completo, se registra para que la AGETIC lo revise.', registered: 'La AGETIC lo revisa.', observed: 'Tiene observaciones que responder.', conforming: 'Espera su aprobación digital.',
  approved: 'Espera la resolución de la máxima autoridad.', authority_approved: 'Espera que se registre la resolución.', in_force: 'Es oficial.', superseded: 'Una nueva versión lo reemplazó.', closed: 'Se cerró.',
};

/** Leads from a plan to its procedure, and says in a sentence where it stands. */
export const standingLink = ({ id, state }: Pick<PlanHead, 'id' | 'state'>): Html => insetText(html`${says[state]} <a class="govuk-link" href="${planHref(id, '/tramite')}">Ver el trámite del plan</a>`);
