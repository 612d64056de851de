import { button, checkboxes, errorSummary, postForm } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { FrozenLine } from '../../domain/ranking/frozen.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import { strategyHref } from './addresses.ts';

const fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** Asks which procedures of its order a strategy takes. */
export const choosePage = (ctx: Context, { id, title, revision }: Strategy, lines: readonly FrozenLine[], chosen: readonly string[], problem: string | undefined): PageContent => ({
  title: 'Trámites de la estrategia', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: strategyHref(id), text: 'Estrategia' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#tramite', text: problem }])}<span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">Trámites de la estrategia</h1>
    <p class="govuk-body">Cada trámite que elija será una solución, con su análisis, su diseño y sus etapas. La guía prevé tres; empiece por pocos. Si quita uno, lo escrito sobre él queda guardado y vuelve si lo elige de nuevo.</p>
    ${postForm({ csrf: ctx.csrf, action: `${ctx.path}?revision=${revision}`, body: html`${checkboxes({ id: 'tramite', name: 'tramite', label: 'Trámites, por orden de prioridad', labelSize: 'm', error: problem, values: chosen, options: lines.map(({ procedureId, name, place, score }) => ({ value: procedureId, text: place === null ? name : `${place}. ${name}`, hint: place === null ? 'Una norma impide hacerlo por medios digitales.' : `${fine.format(score)} puntos` })) })}${button({ text: 'Guardar' })}` })}`,
});
