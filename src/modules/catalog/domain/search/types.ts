import type { Channel, EntityCard } from '../types.ts';

/** By what a list of procedures can be narrowed; all of it can be combined. */
export type FacetName = 'entity' | 'department' | 'category' | 'lifeEvent' | 'audience' | 'channel';

/** The chosen key of each facet. */
export type Filters = { readonly [Name in FacetName]?: string };

/** How many procedures there would be under a key, with the other filters as they are. `label` is the entity's name; other keys have theirs in the vocabulary. */
export type FacetCount = { readonly key: string; readonly label: string; readonly count: number };
export type Facets = Readonly<Record<FacetName, readonly FacetCount[]>>;

/** A procedure in a list. */
export type SearchHit = {
  readonly id: string; readonly slug: string; readonly name: string; readonly summary: string;
  readonly entity: EntityCard; readonly free: boolean | 'unknown'; readonly channels: readonly Channel[] | null; readonly runsHere: boolean;
};

/** What somebody looks for. Without text it is the whole catalogue, by name. */
export type CatalogQuery = { readonly text?: string; readonly filters?: Filters; readonly after?: string; readonly limit?: number };

export type SearchResult = {
  readonly hits: readonly SearchHit[];
  /** How many there are in all; with `atLeast`, there may be more. */
  readonly total: number;
  readonly atLeast: boolean;
  readonly facets: Facets;
  /** Cursor of the next page. */
  readonly next?: string;
  /** The search as it was understood, where words were corrected. */
  readonly corrected?: string;
  /** True when nothing had every word and these have some. */
  readonly partial: boolean;
};
