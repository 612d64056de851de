import { breadcrumbs, pagination, summaryList } from '#kernel/html/components.ts';
import { html, safeHref } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/types.ts';
import type { SearchResult } from '../domain/search/types.ts';
import type { EntityCard } from '../domain/types.ts';
import { hitList } from './list.ts';

/** An entity: how to reach it, and what it publishes. */
export function entityPage(entity: EntityCard, result: SearchResult): PageContent {
  const rows = [
    ...(entity.acronym === undefined ? [] : [{ key: 'Sigla', value: entity.acronym }]),
    ...(entity.site === undefined ? [] : [{ key: 'Sitio', value: html`<a class="govuk-link" href="${safeHref(entity.site)}" rel="external">${entity.site}</a>` }]),
    ...(entity.phone === undefined ? [] : [{ key: 'Teléfono', value: entity.phone }]),
  ];
  return {
    title: entity.name, section: '/tramites', description: `Trámites de ${entity.name}.`,
    main: html`${breadcrumbs([{ href: '/', text: 'Inicio' }, { href: '/tramites', text: 'Trámites' }, { text: entity.name }])}
<h1 class="govuk-heading-l">${entity.name}</h1>
${rows.length > 0 && summaryList(rows)}
<h2 class="govuk-heading-m">${result.total === 1 ? 'Su trámite' : `Sus ${result.total} trámites`}</h2>
${hitList(result.hits)}
${pagination({ ...(result.next !== undefined && { next: `/tramites?entidad=${entity.key}&desde=${result.next}` }) })}`,
  };
}
