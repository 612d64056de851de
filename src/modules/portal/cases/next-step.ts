import { sayDuration } from '#modules/catalog/index.ts';
import { chargePanel, chargesOf } from '#modules/payments/index.ts';
import { decisionReason, sayDue, type Case, type CaseStatus, type Definition } from '#modules/cases/index.ts';
import { insetText, linkButton, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { appointmentPanel } from './appointment-panel.ts';
import { paymentHrefs } from './payment.ts';
import type { PortalDeps } from '../wiring.ts';

type Step = (ctx: Context, deps: PortalDeps, current: Case, definition: Definition) => Promise<Html> | Html;

/** What the applicant has to do now, or may do, by the status of the case. */
const steps: Partial<Record<CaseStatus, Step>> = {
  awaiting_payment: toPay,
  observed: (_ctx, _deps, current, definition) => html`<h2 class="govuk-heading-m">Le toca corregir</h2>
    ${current.state.observation?.reason && html`<p class="govuk-body">${current.state.observation.reason}</p>`}
    ${summaryList((current.state.observation?.fields ?? []).map(({ field, reason }) => ({ key: labelOf(definition, field), value: reason })))}
    ${deadline(current, definition)}
    ${linkButton({ href: `/mis-tramites/${current.id}/correccion`, text: 'Corregir y enviar' })}`,
  awaiting_appointment: (_ctx, _deps, current) => html`<h2 class="govuk-heading-m">Le toca elegir una cita</h2>
    <p class="govuk-body">Elija el día y la hora que le convengan. Después podrá cambiarla o cancelarla.</p>
    ${linkButton({ href: `/mis-tramites/${current.id}/cita`, text: 'Elegir la cita' })}`,
  in_review: async (ctx, _deps, current, definition) => (await appointmentPanel(ctx, current)) ?? insetText(isUnderWay(current) ? 'Estamos preparando el paso siguiente. Recargue la página en unos segundos.' : toWait(current, definition)),
  refused: (_ctx, _deps, current, definition) => toAppeal(current, definition),
};

/** Why the entity said no, and what its applicant may do about it. */
function toAppeal(current: Case, definition: Definition): Html {
  const reason = decisionReason(definition, current);
  return html`<h2 class="govuk-heading-m">Qué decidió la entidad</h2>
    <p class="govuk-body">No aprobó lo que usted pidió.${reason !== null && ` Motivo: ${reason}`}</p>
    <p class="govuk-body">Si no está de acuerdo, puede pedirle por escrito que lo revise (recurso de revocatoria): por regla general, hasta 10 días hábiles después de que se le avisó (Ley N° 2341, art. 64; por confirmar para este trámite en la entidad).</p>`;
}

/** The panel on top of the case: what is next. */
export const nextStep: Step = async (ctx, deps, current, definition) => {
  if (current.state.incident !== undefined) return insetText('Un paso automático de este trámite está detenido por una falla nuestra. Ya lo sabe quien administra el sistema: usted no pierde nada.');
  return (await steps[current.state.status]?.(ctx, deps, current, definition)) ?? html``;
};

/** Nobody has to act: a step of our own is being done, such as the order of payment right after sending. */
const isUnderWay = ({ state: { tasks, waits, timers } }: Case): boolean => tasks.length === 0 && waits.length === 0 && Object.keys(timers).length === 0;

// Where no term of the entity runs yet, what it publishes is all that can be said of how long.
function toWait(current: Case, { procedure: { duration } }: Definition): Html {
  const usual = current.due === null && duration !== undefined && html`<br>Duración publicada: ${sayDuration(duration)}.${duration.note !== undefined && ` ${duration.note}`}`;
  return html`No tiene que hacer nada por ahora. Le avisaremos en su buzón y por correo cuando haya novedades.${usual}`;
}

async function toPay(ctx: Context, _deps: PortalDeps, current: Case): Promise<Html> {
  const charges = await chargesOf(ctx.db, current.id);
  const open = charges.find((charge) => charge.state === 'pending');
  if (!open) return insetText('Estamos preparando su orden de pago. Recargue la página en unos segundos.');
  return html`<h2 class="govuk-heading-m">Le toca pagar</h2>${chargePanel(open, { csrf: ctx.csrf, ...paymentHrefs(current.id, open.id) })}`;
}

const labelOf = (definition: Definition, id: string): string =>
  definition.form.pages.flatMap((one) => one.fields).find((field) => field.id === id)?.label.es ?? id;

function deadline(current: Case, definition: Definition): Html {
  const term = current.state.terms.find((one) => one.metAt === undefined && definition.terms[one.name]?.binds === 'applicant');
  return term ? html`<p class="govuk-body">Tiene tiempo: ${sayDue(term).toLowerCase()}. Mientras corrige, el plazo de la entidad no corre.</p>` : html``;
}
