import { button, checkboxes, emptyState, errorSummary, postForm, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { FrozenLine } from '../../domain/ranking/frozen.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import { strategyHref } from './addresses.ts';

const fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** What is offered for a strategy, of how many its order has, and what is chosen of it. */
export type Offered = { readonly lines: readonly FrozenLine[]; readonly all: number; readonly chosen: readonly string[]; readonly problem?: string | undefined };

/** Asks which procedures of its order a strategy takes; those far down the order are found by their name. */
export const choosePage = (ctx: Context, { id, title, revision }: Strategy, { lines, all, chosen, problem }: Offered): PageContent => ({
  title: 'Trámites de la estrategia', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: strategyHref(id), text: 'Estrategia' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#tramite', text: problem }])}<span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">Trámites de la estrategia</h1>
    <p class="govuk-body">Cada trámite que elija será una solución, con su análisis, su diseño y sus etapas. La guía prevé tres; empiece por pocos. Si quita uno, lo escrito sobre él queda guardado y vuelve si lo elige de nuevo.</p>
    ${all > lines.length && finder(ctx, lines.length, all)}
    ${lines.length === 0 ? emptyState({ title: 'Ningún trámite coincide', body: 'Pruebe con otra palabra del nombre.' }) : postForm({ csrf: ctx.csrf, action: `${ctx.path}?revision=${revision}`, body: html`${checkboxes({ id: 'tramite', name: 'tramite', label: 'Trámites, por orden de prioridad', labelSize: 'm', error: problem, values: chosen, options: lines.map(({ procedureId, name, place, score }) => ({ value: procedureId, text: place === null ? name : `${place}. ${name}`, hint: place === null ? 'Una norma impide hacerlo por medios digitales.' : `${fine.format(score)} puntos` })) })}${button({ text: 'Guardar' })}` })}`,
});

const finder = (ctx: Context, shown: number, all: number): Html => html`<p class="govuk-body">${shown === 1 ? 'Se muestra' : 'Se muestran'} ${shown} de los ${all} trámites del orden. Para tomar otro, guarde lo que ya marcó y búsquelo.</p>
  <form method="get" action="${ctx.path}" class="app-filters">${textField({ id: 'q', name: 'q', label: 'Buscar por nombre', value: (ctx.query.q ?? '').slice(0, 100), width: 20 })}${button({ text: 'Buscar', kind: 'secondary' })}</form>`;
