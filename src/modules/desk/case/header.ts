import type { Calendar } from '#modules/calendars/index.ts';
import { statusTag, type Case, type Definition } from '#modules/cases/index.ts';
import { localDateOf, parseLocalDate, sayDay, sayInstant } from '#kernel/clock.ts';
import { summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { urgencyOf } from '../domain/urgency.ts';
import { incidentWarning } from '../retry.ts';
import { labelOf } from '../words.ts';

/** Whose case it is, where it stands, until when it must be decided, and what holds it up. */
export const caseHeader = (ctx: Context, definition: Definition, current: Case, calendar: Calendar): Html => html`
  <span class="govuk-caption-l">Trámite <span class="app-nowrap">${current.number}</span></span><h1 class="govuk-heading-l">${definition.name}</h1>
  ${incidentWarning(ctx, current)}
  ${summaryList([
    { key: 'Estado', value: statusTag(current.state.status, 'officer') },
    { key: 'Fecha legal', value: legalDate(current, ctx.now, calendar) },
    { key: 'Solicitante', value: applicantOf(current) },
    { key: 'Presentado', value: sayInstant(current.submittedAt) },
  ])}${observationPanel(definition, current)}`;

function legalDate(current: Case, now: Date, calendar: Calendar): Html {
  const due = parseLocalDate(current.due ?? '');
  if (!due) return current.state.closedAt === undefined ? html`Ningún plazo de la entidad corre ahora.` : html`El trámite terminó el ${sayDay(localDateOf(new Date(current.state.closedAt)))}.`;
  return html`${sayDay(due)}. ${urgencyOf(due, localDateOf(now), calendar).words}.`;
}

function applicantOf({ applicant }: Case): Html {
  const document = applicant.documentNumber && `${applicant.documentType === 'CIE' ? 'cédula de extranjero' : 'cédula de identidad'} ${applicant.documentNumber}`;
  const reach = [applicant.email, applicant.phone].filter((one) => one !== undefined);
  return html`${applicant.name}${document && html`<br>${document}`}${reach.length > 0 && html`<br><span class="app-muted">${reach.join(', ')}</span>`}`;
}

function observationPanel(definition: Definition, { state: { observation, status } }: Case): Html {
  if (!observation || status !== 'observed') return html``;
  return html`<h2 class="govuk-heading-m">Se espera la corrección de</h2>${summaryList(observation.fields.map(({ field, reason }) => ({ key: labelOf(definition, field), value: reason })))}`;
}
