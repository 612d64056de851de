import { emptyState, insetText, pagination, searchBox, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/types.ts';
import { listAddress, type ListAddress } from '../domain/address.ts';
import type { SearchHit, SearchResult } from '../domain/search/types.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { chosenFilters, filterForm } from './facets.ts';

/** The catalogue, or what was found in it: search box, filters with counts, procedures, next page. */
export function listPage(shown: ListAddress, result: SearchResult, vocabulary: Vocabulary): PageContent {
  const searching = shown.text !== '';
  const title = searching ? `Resultados de «${shown.text}»` : 'Catálogo de trámites';
  return {
    title, section: '/tramites', noIndex: searching || shown.after !== undefined,
    description: 'Trámites de entidades públicas de Bolivia: qué son, qué piden, cuánto cuestan y cuánto tardan.',
    main: html`<h1 class="govuk-heading-l">${title}</h1>
${searchBox({ action: '/buscar', label: 'Buscar un trámite', value: shown.text })}
${searching && understood(shown.text, result)}
${chosenFilters(shown, result.facets, vocabulary)}
${filterForm(shown, result.facets, vocabulary)}
${result.hits.length === 0 ? nothingFound(shown) : html`<p class="app-page-info" role="status">${sayTotal(result)}</p>
${hitList(result.hits)}
${pagination({ ...(shown.after !== undefined && { first: listAddress({ text: shown.text, filters: shown.filters }) }), ...(result.next !== undefined && { next: listAddress({ text: shown.text, filters: shown.filters, after: result.next }) }) })}`}`,
  };
}

const countFormat = new Intl.NumberFormat('es-BO', { useGrouping: 'always' });

const sayTotal = ({ total, atLeast }: SearchResult): string =>
  `${atLeast ? 'Más de ' : ''}${countFormat.format(total)} ${total === 1 ? 'trámite' : 'trámites'}`;

function understood(text: string, { corrected, partial, hits }: SearchResult): Html {
  // Words that were mended and still not all found are not put into anybody's mouth.
  if (partial) return hits.length === 0 ? html`` : insetText(`Ningún trámite tiene todas esas palabras. Estos tienen algunas${corrected === undefined ? '' : ', o parecidas'}.`);
  return corrected === undefined || corrected === text ? html`` : insetText(html`Mostramos resultados de <strong>«${corrected}»</strong>.`);
}

/** Procedures one under the other: name, entity, what each is. */
export const hitList = (hits: readonly SearchHit[]): Html => html`<ul class="app-results">${hits.map(hitItem)}</ul>`;

const hitItem = (hit: SearchHit): Html => html`<li class="app-results__item"><h2 class="govuk-heading-s app-results__name"><a class="govuk-link" href="/tramites/${hit.slug}">${hit.name}</a></h2>
<p class="govuk-body app-small app-muted app-results__entity">${hit.entity.name}</p>
<p class="govuk-body app-results__summary">${hit.summary}</p>${
  (hit.runsHere || hit.free === true) && html`<p class="govuk-body app-results__tags">${hit.runsHere && tag({ text: 'Se hace aquí, en línea', colour: 'green' })} ${hit.free === true && tag({ text: 'Gratuito', colour: 'blue' })}</p>`}</li>`;

const nothingFound = (shown: ListAddress): Html =>
  html`${emptyState({
    title: shown.text === '' ? 'No encontramos trámites con estos filtros.' : `No encontramos trámites para «${shown.text}».`,
    body: 'Pruebe con otra palabra, por ejemplo el nombre del documento que necesita o de la entidad que lo da; quite filtros; o mire el catálogo completo.',
    action: { href: '/tramites', text: 'Ver todos los trámites' },
  })}`;
