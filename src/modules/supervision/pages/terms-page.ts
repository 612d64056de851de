import { button, errorSummary, insetText, postForm, textField, type ErrorLink } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { termKeys, termNames, type Terms } from '../domain/follow-up/terms.ts';

/** The terms of an authority, each with the norm that sets it. */
export const termsPage = (ctx: Context, terms: Terms, errors: readonly ErrorLink[], typed: (name: string) => string | undefined = () => undefined): PageContent => ({
  title: 'Plazos', section: '/control', noIndex: true, hasErrors: errors.length > 0, backLink: { href: '/control', text: 'Control' },
  main: html`${errorSummary(errors)}<h1 class="govuk-heading-l">Plazos</h1><p class="govuk-body">En días hábiles, contados desde el día siguiente. Lo que ya corre sigue como empezó.</p>
    ${termKeys.some((key) => terms[key].norm === undefined) && insetText('Por confirmar: los plazos sin norma son valores con que viene el programa, o que puso quien examina. No se encontró una norma boliviana que los fije.')}
    ${postForm({ csrf: ctx.csrf, body: html`${termKeys.map((key) => html`<h2 class="govuk-heading-s">${termNames[key]}</h2>
      ${textField({ id: key, name: key, label: html`Días hábiles<span class="govuk-visually-hidden"> para: ${termNames[key]}</span>`, inputmode: 'numeric', width: 3, value: typed(key) ?? terms[key].days, error: errors.find(({ href }) => href === `#${key}`)?.text })}
      ${textField({ id: `${key}-norma`, name: `${key}-norma`, label: html`Norma que lo fija (opcional)<span class="govuk-visually-hidden"> para: ${termNames[key]}</span>`, maxLength: 200, value: typed(`${key}-norma`) ?? terms[key].norm ?? '' })}`)}${button({ text: 'Guardar los plazos' })}` })}`,
});
