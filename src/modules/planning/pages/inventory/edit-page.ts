import { previousPage, renderPage, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { button, errorSummary, postForm, textField } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { entryForm } from '../../content/entry-form.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import { entryHref } from './addresses.ts';

/** Asks how the procedure is called. */
export const beginPage = (ctx: Context, name: string, problem: string | undefined): PageContent => ({
  title: 'Agregar un trámite', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: '/plan/inventario', text: 'Inventario' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#nombre', text: problem }])}<h1 class="govuk-heading-l">Agregar un trámite</h1>
    ${postForm({ csrf: ctx.csrf, body: html`${textField({ id: 'nombre', name: 'nombre', label: 'Nombre del trámite o servicio', hint: 'Como lo conoce la gente. Con él se forma su dirección, que ya no cambia.', value: name, error: problem })}${button({ text: 'Continuar' })}` })}`,
});

/** One page of the form of an entry. */
export function editPage(ctx: Context, entry: Entry, shown: FormPage, { errors, entered, asksMore }: PostedState): PageContent {
  const context = { now: ctx.now }, before = previousPage(entryForm, shown.id, entry.answers, context);
  return {
    title: shown.title.es, section: '/plan', noIndex: true, hasErrors: errors.length > 0,
    backLink: before ? { href: entryHref(entry.slug, `/${before.id}`), text: 'Volver' } : { href: entryHref(entry.slug), text: 'Ficha' },
    main: renderPage(entryForm, shown, entry.answers, errors, {
      caption: entry.name, csrf: ctx.csrf, context, entered, asksMore, action: `${ctx.path}?revision=${entry.revision}`,
      beside: html`<button type="submit" class="govuk-button govuk-button--secondary" name="accion" value="salir">Guardar y salir</button>`,
    }),
  };
}
