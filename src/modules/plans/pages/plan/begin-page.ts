import { button, errorSummary, postForm, textField } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';

/** What was typed about a plan itself, and what must be put right. */
export type TypedHead = { readonly titulo: string; readonly desde: string; readonly hasta: string; readonly problems: readonly { readonly field: 'titulo' | 'desde' | 'hasta'; readonly text: string }[] };

/** Asks how a plan is called and for which years it is. */
export function headPage(ctx: Context, typed: TypedHead, { heading, backHref, action }: { readonly heading: string; readonly backHref: string; readonly action: string }): PageContent {
  const problem = (field: string): string | undefined => typed.problems.find((one) => one.field === field)?.text;
  return {
    title: heading, section: '/plan', noIndex: true, hasErrors: typed.problems.length > 0, backLink: { href: backHref, text: 'Volver' },
    main: html`${errorSummary(typed.problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<h1 class="govuk-heading-l">${heading}</h1>${postForm({ csrf: ctx.csrf, action, body: html`
      ${textField({ id: 'titulo', name: 'titulo', label: 'Nombre del plan', value: typed.titulo, error: problem('titulo') })}
      ${textField({ id: 'desde', name: 'desde', label: 'Primer año', hint: 'El plan nacional rige de 2025 a 2028.', value: typed.desde, width: 4, inputmode: 'numeric', error: problem('desde') })}
      ${textField({ id: 'hasta', name: 'hasta', label: 'Último año', value: typed.hasta, width: 4, inputmode: 'numeric', error: problem('hasta') })}${button({ text: 'Guardar y continuar' })}` })}`,
  };
}
