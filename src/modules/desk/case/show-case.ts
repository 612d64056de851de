import { termsPanel, timelineOf, type Fact } from '#modules/cases/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import { sideBySide, timeline } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { calendarIn } from '../calendar.ts';
import { caseHref, factsFor, isAtWork, openForOfficer, startOf, type OpenCase } from '../officer.ts';
import { noteForm } from '../note.ts';
import type { DeskDeps } from '../wiring.ts';
import { answersPanel } from './answers.ts';
import { dealingsPanel } from './dealings.ts';
import { flowPanel } from './flow.ts';
import { caseHeader } from './header.ts';
import { nextPanel } from './next.ts';
import { noteReading } from './note-reading.ts';
import { tasksPanel } from './tasks-panel.ts';
import { openViewer, viewerPanel, withLinks } from './viewer.ts';

/** `GET /escritorio/tramites/:id[?archivo=&hoja=]`: everything about a case, and exactly what may be done with it now. */
export const showCase = (deps: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const opened = await openForOfficer(ctx);
  const { officer, current, definition } = opened;
  await noteReading(ctx, officer, current, 'case.read');
  const [facts, viewer, calendar, dealings] = await Promise.all([
    factsFor(ctx, opened), openViewer(ctx, deps.documents, opened, { file: ctx.query.archivo, page: ctx.query.hoja }),
    calendarIn(ctx.db, definition.department), dealingsPanel(ctx, deps, officer, definition, current),
  ]);
  return page({
    title: `${current.number} ${definition.name}`, section: '/escritorio', width: 'wide', noIndex: true, backLink: startOf(opened.officer),
    main: html`${await nextPanel(ctx, officer, current, calendar)}${caseHeader(ctx, definition, current, calendar)}${tasksPanel(ctx, opened)}
      ${sideBySide(answersPanel(definition, current, ctx.now, true), viewerPanel(definition, current, viewer, withLinks))}
      ${sideBySide(html`${termsPanel(definition, current, calendar, 'officer')}${dealings}${isAtWork(officer) && noteForm(ctx, current, ctx.form)}`, storyPanel(opened, facts))}
      ${await flowPanel(opened, facts)}
      <p class="govuk-body"><a class="govuk-link" href="${caseHref(current.id, '/hoja-de-ruta')}">Hoja de ruta para imprimir</a></p>`,
  });
};

function storyPanel({ definition }: OpenCase, facts: readonly Fact[]): Html {
  const entries = timelineOf(definition, facts, 'officer').toReversed();
  return html`<h2 class="govuk-heading-m">Qué ha pasado</h2>${timeline(entries.map(({ at, title, body, by }) => ({
    when: sayInstant(at), title, body: html`${body && html`${body}<br>`}<span class="app-muted">${by}</span>`,
  })))}`;
}
