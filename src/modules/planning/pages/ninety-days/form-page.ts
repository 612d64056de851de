import { renderPage, type Answers, type Form, type PostedState } from '#modules/forms/index.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { refuse } from '../../errors.ts';

/** What a form of a programme shows: which page of which form, what it is called where the form does not say, from where it was opened, and on which revision it was. */
export type FormShown = {
  readonly ctx: Context; readonly form: Form; readonly pageId: string; readonly answers: Answers; readonly state: PostedState; readonly revision: number;
  readonly caption: string; readonly back: { readonly href: string; readonly text: string }; readonly title?: string; readonly intro?: string;
};

/** One page of a form of a programme, which posts to its own address with the revision that it was made of. */
export function programmeFormPage({ ctx, form, pageId, answers, state: { errors, entered, asksMore }, revision, caption, back, title, intro }: FormShown): PageContent {
  const found = form.pages.find(({ id }) => id === pageId) ?? refuse('programme_not_found');
  const shown = { ...found, ...(title === undefined ? {} : { title: { es: title } }), ...(intro === undefined ? {} : { intro: { es: intro } }) };
  return {
    title: shown.title.es, section: '/plan', noIndex: true, hasErrors: errors.length > 0, backLink: back,
    main: renderPage({ ...form, pages: [shown] }, shown, answers, errors, { csrf: ctx.csrf, context: { now: ctx.now }, entered, asksMore, submitText: 'Guardar', action: `${ctx.path}?revision=${revision}`, caption }),
  };
}
