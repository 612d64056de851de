import { loadCalendar, parseDepartment } from '#modules/calendars/index.ts';
import { readFacts, statusTag, termsPanel, timelineOf, variablesOf, type Case, type Definition } from '#modules/cases/index.ts';
import { renderSummary, summarise } from '#modules/forms/index.ts';
import { localDateOf, sayDay, sayInstant } from '#kernel/clock.ts';
import { details, timeline } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import type { PortalDeps } from '../wiring.ts';
import { nextStep } from './next-step.ts';
import { openOwn } from './open-own.ts';
import { resultPanel } from './result.ts';

/** `GET /mis-tramites/:id`: how it stands, what the applicant has to do, until when, and what has happened. */
export const showCase = (deps: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const { current, definition } = await openOwn(ctx);
  const [facts, step, result, calendar] = await Promise.all([
    readFacts(ctx.db, current.id), nextStep(ctx, deps, current, definition), resultPanel(ctx, deps, current, definition), calendarOf(ctx, definition),
  ]);
  const story = timelineOf(definition, facts, 'applicant');
  return page({
    title: `${definition.name} ${current.number}`, section: '/mis-tramites', backLink: { href: '/mis-tramites', text: 'Mis trámites' },
    main: html`<span class="govuk-caption-l">Trámite <span class="app-nowrap">${current.number}</span></span><h1 class="govuk-heading-l">${definition.name}</h1>
      <p class="govuk-body">${statusTag(current.state.status, 'applicant')} ${definition.entityName}. Presentado el ${sayDay(localDateOf(current.submittedAt))}.</p>
      ${step}${result}${termsPanel(definition, current, calendar, 'applicant')}
      <h2 class="govuk-heading-m">Qué ha pasado</h2>
      ${timeline([...story].reverse().map((entry) => ({ when: sayInstant(entry.at), title: entry.title, body: withAuthor(entry.body, entry.by) })))}
      ${sentAnswers(ctx, current, definition)}${links(current)}`,
  });
};

const withAuthor = (body: string | undefined, by: string): Html => html`${body && html`${body}<br>`}<span class="app-muted">${by}</span>`;

const calendarOf = (ctx: Context, definition: Definition) => {
  const department = parseDepartment(definition.department);
  return loadCalendar(ctx.db, department === undefined ? {} : { department });
};

function sentAnswers(ctx: Context, current: Case, definition: Definition): Html {
  const sections = summarise(definition.form, current.answers, { now: ctx.now, variables: variablesOf(definition, current, ctx.now) });
  return details({ summary: 'Lo que usted envió', body: renderSummary(sections, { fileHref: (file) => `/mis-tramites/${current.id}/archivos/${file.id}`, headingLevel: 3 }) });
}

const links = (current: Case): Html => html`<ul class="govuk-list govuk-list--spaced">
  <li><a class="govuk-link" href="/mis-tramites/${current.id}/comprobante">Comprobante de presentación para imprimir</a></li>
  <li><a class="govuk-link" href="/mis-tramites/${current.id}/consultas">Quién ha visto este trámite</a></li>
  ${current.state.closedAt === undefined && html`<li><a class="govuk-link" href="/mis-tramites/${current.id}/retiro">Retirar la solicitud</a></li>`}</ul>`;
