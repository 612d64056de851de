import { button, errorSummary, postForm, textArea } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import { entryHref } from './addresses.ts';

/** Asks why a procedure is no longer in the inventory. */
export const retirePage = (ctx: Context, { slug, name }: Pick<Entry, 'slug' | 'name'>, reason: string, problem: string | undefined): PageContent => ({
  title: 'Retirar del inventario', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: entryHref(slug), text: 'Ficha' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#motivo', text: problem }])}<span class="govuk-caption-l">${name}</span><h1 class="govuk-heading-l">Retirar del inventario</h1>
    <p class="govuk-body">El trámite deja de contarse en el inventario, la carga y la priorización. Su ficha y su historia se conservan, y puede volver a ponerlo en uso.</p>
    ${postForm({ csrf: ctx.csrf, body: html`${textArea({ id: 'motivo', name: 'motivo', label: 'Por qué se retira', hint: 'Por ejemplo: una norma lo eliminó, o pasó a otra entidad.', value: reason, rows: 3, error: problem })}${button({ text: 'Retirar del inventario', kind: 'warning' })}` })}`,
});
