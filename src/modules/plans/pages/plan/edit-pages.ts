import { renderPage, type Answers, type Field, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { button, postForm, summaryList, warningText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { sayText } from '#kernel/text.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { rowForm, textsForm } from '../../domain/plan/section-forms.ts';
import { saidIn } from '../../domain/plan/tables.ts';
import { sectionHref } from './addresses.ts';
import { exampleNote } from './parts.ts';

const around = (plan: Plan, section: FormPage, title: string, hasErrors = false): Omit<PageContent, 'main'> =>
  ({ title, section: '/plan', noIndex: true, hasErrors, backLink: { href: sectionHref(plan.id, section.id), text: sayText(section.title) } });

const renderOptions = (ctx: Context, plan: Plan, { entered, asksMore }: PostedState) =>
  ({ caption: plan.title, csrf: ctx.csrf, context: { now: ctx.now }, entered, asksMore, action: `${ctx.path}?revision=${plan.revision}`, submitText: 'Guardar', lead: exampleNote(plan) });

/** What is written of a section itself. */
export function textsPage(ctx: Context, plan: Plan, section: FormPage, state: PostedState): PageContent {
  const form = textsForm(section), [shown = section] = form.pages;
  return { ...around(plan, section, sayText(section.title), state.errors.length > 0), main: renderPage(form, shown, plan.content, state.errors, renderOptions(ctx, plan, state)) };
}

/** A row that is added or changed. */
type EditedRow = { readonly group: Field; readonly row: Answers; readonly isNew: boolean };

/** One row of a group; one that has others before it can be moved up. */
export function rowPage(ctx: Context, plan: Plan, section: FormPage, { group, row, isNew, isFirst }: EditedRow & { readonly isFirst: boolean }, state: PostedState): PageContent {
  const form = rowForm(group, isNew), [shown = section] = form.pages;
  return { ...around(plan, section, sayText(shown.title), state.errors.length > 0), main: renderPage(form, shown, row, state.errors, { ...renderOptions(ctx, plan, state), beside: !isNew && !isFirst && button({ text: 'Guardar y subir un lugar', kind: 'secondary', name: 'accion', value: 'subir' }) }) };
}

/** Asks before a row is taken away. */
export const removalPage = (ctx: Context, plan: Plan, section: FormPage, { group, row }: EditedRow): PageContent => ({
  ...around(plan, section, 'Quitar del plan'),
  main: html`<span class="govuk-caption-l">${sayText(group.label)}</span><h1 class="govuk-heading-l">Quitar del plan</h1>${warningText('Se quita de este plan. Lo que decía queda en la historia del plan, pero para tenerlo otra vez hay que volver a escribirlo.')}
    ${summaryList((group.fields ?? []).filter(({ id }) => row[id] !== undefined).map((field) => ({ key: sayText(field.label), value: saidIn(row, field) })))}
    ${postForm({ csrf: ctx.csrf, action: `${ctx.path}?revision=${plan.revision}`, body: button({ text: 'Quitar', kind: 'warning' }) })}`,
});
