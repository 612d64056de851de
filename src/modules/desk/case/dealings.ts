import { listAppointmentsOfCase, type AppointmentState } from '#modules/appointments/index.ts';
import { revocationReasons, standingAt, standingLabel, type Certificate } from '#modules/certificates/index.ts';
import type { Case, Definition } from '#modules/cases/index.ts';
import { chargesOf, type ChargeView } from '#modules/payments/index.ts';
import { localDateOf, sayDay, sayDayWithWeekday, sayInstant, sayTime } from '#kernel/clock.ts';
import { summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { sayMoney } from '#kernel/money.ts';
import { mayRevoke } from '../domain/may-revoke.ts';
import { caseHref, type Officer } from '../officer.ts';
import type { DeskDeps } from '../wiring.ts';

/** What other offices hold of a case: payments, appointments, and the documents that came out of it. */
export async function dealingsPanel(ctx: Context, { certificates }: DeskDeps, officer: Officer, definition: Definition, current: Case): Promise<Html> {
  const [charges, appointments, issued] = await Promise.all([
    chargesOf(ctx.db, current.id), listAppointmentsOfCase(ctx.db, current.entityId, current.id), certificates.findByCase(ctx.db, current.id),
  ]);
  return html`${charges.length > 0 && html`<h2 class="govuk-heading-m">Pagos</h2>${summaryList(charges.map(chargeRow))}`}
    ${appointments.length > 0 && html`<h2 class="govuk-heading-m">Citas</h2>${summaryList(appointments.map(({ start, state, channel }) => ({
      key: `${sayDayWithWeekday(localDateOf(start))}, ${sayTime(start)}`, value: `${appointmentState[state]}${channel === 'counter' ? ', por ventanilla' : ', por internet'}`,
    })))}`}
    ${issued.length > 0 && html`<h2 class="govuk-heading-m">Documentos emitidos</h2>${issued.map((certificate) => certificateBlock(certificate, ctx.now, current, mayRevoke(officer, definition)))}`}`;
}

const appointmentState = { booked: 'Reservada', cancelled: 'Cancelada', attended: 'Atendida', missed: 'No se presentó' } as const satisfies Record<AppointmentState, string>;

const chargeState = { pending: 'Pendiente de pago', settled: 'Pagado', cancelled: 'Anulado' } as const satisfies Record<ChargeView['state'], string>;

const chargeRow = (charge: ChargeView) => ({
  key: `${charge.concept}, ${sayMoney(charge.amount)}`,
  value: html`${chargeState[charge.state]}<br><span class="app-muted">Orden del ${sayDay(localDateOf(charge.createdAt))}</span>`,
});

function certificateBlock(certificate: Certificate, now: Date, current: Case, isRevocable: boolean): Html {
  const { revocation } = certificate, href = caseHref(current.id, `/certificados/${certificate.id}`);
  return html`${summaryList([
    { key: 'Documento', value: html`<a class="govuk-link" href="${href}">${certificate.title} (PDF)</a>` },
    { key: 'Emitido', value: sayInstant(certificate.issuedAt) },
    { key: 'Estado', value: standingLabel[standingAt(certificate, now)] },
    ...(certificate.validUntil === undefined ? [] : [{ key: 'Vigente hasta', value: sayDay(certificate.validUntil) }]),
    { key: 'Código', value: html`<a class="govuk-link" href="/verificar/${certificate.code}"><span class="app-code">${certificate.code}</span></a>` },
    ...(revocation === undefined ? [] : [{ key: 'Revocado', value: html`${sayInstant(revocation.at)}. ${revocationReasons[revocation.reason]}.<br>${revocation.note}` }]),
  ])}${revocation === undefined && isRevocable && html`<p class="govuk-body"><a class="govuk-link" href="${href}/revocacion">Revocar este documento<span class="govuk-visually-hidden"> ${certificate.code}</span></a></p>`}`;
}
