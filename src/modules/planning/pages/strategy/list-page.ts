import { sayDay } from '#kernel/clock.ts';
import { emptyState, linkButton, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { StrategyLine } from '../../store/strategy/strategies.ts';
import { strategyHref } from './addresses.ts';

/** The strategies of an entity. */
export const strategiesPage = (entity: { readonly name: string }, lines: readonly StrategyLine[], mayWrite: boolean): PageContent => ({
  title: 'Estrategias de digitalización', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
  main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Estrategias de digitalización</h1>
    <p class="govuk-body">Cómo la entidad pasará a medios digitales los trámites que más se piden, como lo pide la guía del Estado: diagnóstico, objetivos, diseño de cada solución, etapas, difusión, soporte y mejora.</p>
    ${mayWrite && linkButton({ href: '/plan/estrategia/nueva', text: 'Empezar una estrategia' })}
    ${lines.length === 0 ? emptyState({ title: 'Todavía no hay ninguna estrategia', body: mayWrite ? 'Una estrategia empieza con un orden de prioridad guardado y con los trámites que se eligen de él.' : 'Nadie de la entidad ha empezado una.' }) : listed(lines)}`,
});

const listed = (lines: readonly StrategyLine[]): Html => table({
  caption: 'Estrategias', captionHidden: true, cards: true, firstCellNames: true, head: ['Estrategia', 'Periodo', 'Trámites', 'Estado'], numericColumns: [2],
  rows: lines.map(({ id, title, from, until, procedures, version }) => [html`<a class="govuk-link" href="${strategyHref(id)}">${title}</a>`, `Del ${sayDay(from)} al ${sayDay(until)}`, String(procedures), standingTag(version)]),
});

/** How a strategy stands, by its newest version. */
export const standingTag = (version: number | null): Html => (version === null ? tag({ text: 'Borrador', colour: 'yellow' }) : tag({ text: `Versión ${version}`, colour: 'green' }));
