import type { FacetName, Filters } from '../domain/search/types.ts';

export const facetNames = ['entity', 'department', 'category', 'lifeEvent', 'audience', 'channel'] as const satisfies readonly FacetName[];

/** Names of the parameters of a search, in their order: the six filters, the place to begin after, how many, and the four questions. */
const parameter = { tier: '$7::int', rank: '$8::int', sortKey: '$9::text collate "C"', doc: '$10::int', limit: '$11', exact: '$12::tsquery', named: '$13::tsquery', head: '$14::tsquery', body: '$15::tsquery' } as const;

const condition: Readonly<Record<FacetName, string>> = {
  entity: 'entity_key = $1::text', department: 'department = $2::text', category: '$3::text = any(categories)',
  lifeEvent: '$4::text = any(life_events)', audience: '$5::text = any(audience)', channel: '$6::text = any(channels)',
};

// Only the chosen filters are written, so that the plan fits them. `except` leaves one out: its own counts show what else could be chosen.
const chosen = (filters: Filters, except?: FacetName): string =>
  facetNames.filter((name) => filters[name] !== undefined && name !== except).map((name) => condition[name]).join(' and ') || 'true';

// Words that only the body has are the weakest sign: they are looked for when the head gives little, and not without end.
const headEnough = 200, bodyHitsMax = 2_000, entitiesShownMax = 40, fewMax = 5_000;

const matches = `
  head_hits as materialized (select * from catalog.head_hits(${parameter.head}, ${parameter.exact}, ${parameter.named})),
  body_hits as materialized (
    select d.doc, d.entity_key, d.facet_set, d.rank, d.sort_key, 4 as tier
    from catalog.search_body b join catalog.search_document d using (doc)
    where (select count(*) from head_hits) < ${headEnough} and b.body @@ ${parameter.body} and not exists (select from head_hits h where h.doc = b.doc)
    limit ${bodyHitsMax}),
  hits as not materialized (select * from head_hits union all select * from body_hits)`;

const hasFilter = (filters: Filters): boolean => facetNames.some((name) => filters[name] !== undefined);

/** The statement that answers questions, from the beginning or after a place. */
export const searchSql = (filters: Filters, isFirstPage: boolean): string => `
  with ${matches},
  page as materialized (
    select h.tier, h.rank, h.sort_key, h.doc from hits h ${hasFilter(filters) ? 'join catalog.facet_set f on f.id = h.facet_set' : ''}
    where ${chosen(filters)} and ${isFirstPage ? 'true' : `(h.tier, h.rank, h.sort_key, h.doc) > (${parameter.tier}, ${parameter.rank}, ${parameter.sortKey}, ${parameter.doc})`}
    order by h.tier, h.rank, h.sort_key, h.doc limit ${parameter.limit}),
  ${counted(filters, '(select facet_set, entity_key, count(*) as n from hits group by 1, 2)')}
  ${answer(filters, `(select count(*) from body_hits) = ${bodyHitsMax}`)}`;

/** The statement that gives the whole catalogue by name. The questions are not asked; the rank and tier of the place are always zero. */
export const browseSql = (filters: Filters): string => `
  with ${counted(filters, 'catalog.facet_count')},
  found as materialized (select coalesce(sum(n), 0) as n from shaped where ${chosen(filters)}),
  few as materialized (select sort_key, doc from catalog.search_document where (select n from found) <= ${fewMax} and ${wanted(filters)}),
  page as materialized (
    (select 0 as tier, 0 as rank, sort_key, doc from catalog.search_document where (select n from found) > ${fewMax} and ${wanted(filters)} and ${after} order by sort_key, doc limit ${parameter.limit})
    union all
    (select 0 as tier, 0 as rank, sort_key, doc from few where ${after} order by sort_key, doc limit ${parameter.limit}))
  ${answer(filters, 'false')}`;

const after = `${parameter.tier} <= 0 and ${parameter.rank} <= 0 and (sort_key, doc) > (${parameter.sortKey}, ${parameter.doc})`;

// What is rare is found by its combinations of facets and then sorted, which would be slow for much; what is common is met soon on a walk along the names,
// which would be endless for little. How much there is has been counted.
function wanted(filters: Filters): string {
  if (!hasFilter(filters)) return 'true';
  const { entity: _entity, ...others } = filters;
  const sets = `facet_set = any(array(select id from catalog.facet_set where ${chosen(others)}))`;
  return filters.entity === undefined ? sets : `${condition.entity} and ${sets}`;
}

// Everything is counted on combinations of facets, of which there are few, not on the hits themselves.
const counted = (filters: Filters, groups: string): string => `
  shaped as materialized (
    select g.entity_key, g.n, f.department, f.categories, f.life_events, f.audience, f.channels
    from ${groups} g join catalog.facet_set f on f.id = g.facet_set),
  counts as (
    (${countOf(filters, 'entity', 'entity_key')} order by 3 desc, 2 limit ${entitiesShownMax})
    union all ${countOf(filters, 'department', 'department')}
    union all ${countOf(filters, 'category', 'one', 'categories')}
    union all ${countOf(filters, 'lifeEvent', 'one', 'life_events')}
    union all ${countOf(filters, 'audience', 'one', 'audience')}
    union all ${countOf(filters, 'channel', 'one', 'channels')})`;

const countOf = (filters: Filters, facet: FacetName, key: string, list?: string): string =>
  `select '${facet}' as facet, ${key} as key, sum(n)::int as count from shaped${list === undefined ? '' : ` cross join unnest(${list}) as one`} where ${chosen(filters, facet)} and ${key} <> '' group by 2`;

// Every filter and the place are named, because Postgres must know the type of those that a statement does not use.
const answer = (filters: Filters, cut: string): string => `
  select
    coalesce((select sum(n)::int from shaped where ${chosen(filters)}), 0) as total, coalesce((select sum(n)::int from shaped), 0) as reached, ${cut} as cut,
    (select coalesce(json_agg(json_build_object('facet', c.facet, 'key', c.key, 'count', c.count,
        'label', case when c.facet = 'entity' then (select e.name from catalog.entity e where e.key = c.key) else '' end) order by c.count desc, c.key), '[]')
      from counts c) as counts,
    (select coalesce(json_agg(json_build_object('tier', h.tier, 'rank', h.rank, 'sort_key', h.sort_key, 'doc', h.doc, 'id', p.id, 'slug', p.slug, 'runsHere', v.runs_here,
        'name', v.content->>'name', 'summary', v.content->>'summary', 'entity', v.content->'entity', 'free', v.content->'free', 'channels', v.content->'channels')
        order by h.tier, h.rank, h.sort_key, h.doc), '[]')
      from page h join catalog.search_document d using (doc) join catalog.procedure p on p.id = d.procedure_id
        join catalog.procedure_version v on v.procedure_id = p.id and v.version = p.version) as hits
  where ${[...facetNames.map((_, i) => `$${i + 1}::text`), parameter.tier, parameter.rank, parameter.sortKey, parameter.doc].map((one) => `${one} is not distinct from ${one}`).join(' and ')}`;
