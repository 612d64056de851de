import { button, details, hiddenField, select } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { facetOrder, filterNames, listAddress, type ListAddress } from '../domain/address.ts';
import type { FacetCount, FacetName, Facets } from '../domain/search/types.ts';
import { nameOf, type Vocabulary } from '../domain/vocabulary.ts';

const labels = {
  entity: 'Entidad', lifeEvent: 'Momento de la vida', category: 'Tema', audience: 'Para quién', channel: 'Cómo se hace', department: 'Departamento',
} as const satisfies Record<FacetName, string>;

const channelNames: Readonly<Record<string, string>> = { online: 'En línea', in_person: 'En persona' };

/** The name of a key of a facet, as people read it. */
export function facetValue(name: FacetName, key: string, label: string, vocabulary: Vocabulary): string {
  if (name === 'entity') return label || nameOf({}, key);
  if (name === 'channel') return channelNames[key] ?? key;
  const entries = { lifeEvent: vocabulary.lifeEvents, category: vocabulary.categories, audience: vocabulary.audiences, department: vocabulary.departments };
  return nameOf(entries[name], key);
}

/** Every filter as a list with counts, in a form that works without scripts; open where one is chosen. */
export function filterForm(shown: ListAddress, facets: Facets, vocabulary: Vocabulary): Html {
  const selects = facetOrder.map((name) => facetSelect(name, shown.filters[name], facets[name], vocabulary));
  const body = html`<form method="get" action="${shown.text === '' ? '/tramites' : '/buscar'}">${shown.text !== '' && hiddenField('q', shown.text)}<div class="app-columns">${selects}</div>${button({ text: 'Aplicar filtros', kind: 'secondary' })}</form>`;
  return details({ summary: 'Filtrar la lista', body, open: Object.keys(shown.filters).length > 0 });
}

function facetSelect(name: FacetName, chosen: string | undefined, counts: readonly FacetCount[], vocabulary: Vocabulary): Html {
  const known = counts.map(({ key, label, count }) => ({ value: key, text: `${facetValue(name, key, label, vocabulary)} (${count})` }));
  const missing = chosen !== undefined && !counts.some(({ key }) => key === chosen) ? [{ value: chosen, text: `${facetValue(name, chosen, '', vocabulary)} (0)` }] : [];
  return select({ id: `filtro-${filterNames[name]}`, name: filterNames[name], label: labels[name], value: chosen ?? '', emptyText: 'Cualquiera', options: [...missing, ...known] });
}

/** The chosen filters, each with a link that takes it away. */
export function chosenFilters(shown: ListAddress, facets: Facets, vocabulary: Vocabulary): Html {
  const chosen = facetOrder.filter((name) => shown.filters[name] !== undefined);
  if (chosen.length === 0) return html``;
  const items = chosen.map((name) => {
    const key = shown.filters[name] ?? '';
    const { [name]: _gone, ...filters } = shown.filters;
    const said = facetValue(name, key, facets[name].find((one) => one.key === key)?.label ?? '', vocabulary);
    return html`<li>${labels[name]}: <strong>${said}</strong> <a class="govuk-link" href="${listAddress({ text: shown.text, filters })}">Quitar<span class="govuk-visually-hidden"> el filtro ${said}</span></a></li>`;
  });
  return html`<ul class="govuk-list">${items}</ul>`;
}
