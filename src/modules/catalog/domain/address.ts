import type { FacetName, Filters } from './search/types.ts';

/** Names of the filters in addresses, in the order in which pages show them. */
export const filterNames = { entity: 'entidad', lifeEvent: 'evento', category: 'categoria', audience: 'publico', channel: 'canal', department: 'departamento' } as const satisfies Record<FacetName, string>;

export const facetOrder = Object.keys(filterNames).filter((name): name is FacetName => name in filterNames);

/** What an address asks of the catalogue. */
export type ListAddress = { readonly text: string; readonly filters: Filters; readonly after?: string };

const valueCharactersMax = 100, textCharactersMax = 200;

/** Reads `q`, the filters and `desde` of an address; what has not the form of a key is left out. */
export function readListAddress(query: Readonly<Record<string, string | undefined>>): ListAddress {
  const chosen = facetOrder.flatMap((name) => {
    const value = query[filterNames[name]]?.trim();
    return value !== undefined && value.length <= valueCharactersMax && /^[\w-]+$/.test(value) ? [[name, value]] : [];
  });
  const after = query['desde'];
  return { text: (query['q'] ?? '').trim().slice(0, textCharactersMax), filters: Object.fromEntries(chosen), ...(after && { after }) };
}

/** The address of a list; everything that is searched for is searched at `/buscar`. */
export function listAddress({ text, filters, after }: ListAddress): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  for (const name of facetOrder) if (filters[name] !== undefined) query.set(filterNames[name], filters[name]);
  if (after !== undefined) query.set('desde', after);
  const path = text === '' ? '/tramites' : '/buscar';
  return query.size === 0 ? path : `${path}?${query}`;
}
