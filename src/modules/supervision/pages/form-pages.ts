import { needsMultipart, renderFields, renderPage, type Answers, type Form, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { button, buttonGroup, errorSummary, linkButton, postForm, type ErrorLink } from '#kernel/html/components.ts';
import { html, type Child } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { examinationForm, onlyPage } from '../content/forms.ts';
import type { Examination } from '../domain/examination.ts';
import { examinationHref } from './addresses.ts';

/** A form of one page with what stands before and after its fields. */
export type FormShown = {
  readonly form: Form; readonly page?: FormPage | undefined; readonly answers: Answers; readonly state: PostedState; readonly title: string; readonly caption: string; readonly back: { readonly href: string; readonly text: string };
  readonly action: string; readonly submit: string; readonly kind?: 'warning' | undefined;
  /** What stands under the heading, questions before those of the form, questions after them, and what stands after the form. */
  readonly lead?: Child; readonly first?: Child; readonly last?: Child; readonly after?: Child; readonly moreErrors?: readonly ErrorLink[];
};

/** A page that asks for something and keeps it: errors on top, then the questions, then one button. */
export function formPage(ctx: Context, shown: FormShown): PageContent {
  const { form, answers, state, title, caption, back, moreErrors = [] } = shown, page = shown.page ?? onlyPage(form);
  const errors = [...moreErrors, ...state.errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))];
  return {
    title, section: '/control', noIndex: true, hasErrors: errors.length > 0, backLink: back,
    main: html`${errorSummary(errors)}<span class="govuk-caption-l">${caption}</span><h1 class="govuk-heading-l">${title}</h1>${shown.lead}${page.intro && html`<p class="govuk-body">${page.intro.es}</p>`}
      ${postForm({ csrf: ctx.csrf, action: shown.action, multipart: needsMultipart(page), body: html`${shown.first}${renderFields(form, page, answers, state.errors, { context: { now: ctx.now }, entered: state.entered, asksMore: state.asksMore })}${shown.last}${buttonGroup(button({ text: shown.submit, kind: shown.kind }), linkButton({ href: back.href, text: 'Cancelar', kind: 'secondary' }))}` })}${shown.after}`,
  };
}

/** One page of what an examination says of itself. */
export const dataPage = (ctx: Context, examination: Examination, shown: FormPage, answers: Answers, { errors, entered, asksMore }: PostedState): PageContent => ({
  title: shown.title.es, section: '/control', noIndex: true, hasErrors: errors.length > 0, backLink: { href: examinationHref(examination.id), text: 'Examen' },
  main: renderPage(examinationForm, shown, answers, errors, { csrf: ctx.csrf, context: { now: ctx.now }, entered, asksMore, action: `${ctx.path}?revision=${examination.revision}`, submitText: 'Guardar' }),
});
