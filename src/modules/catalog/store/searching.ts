import type { Db } from '#kernel/db/index.ts';
import type { IndexQuestions } from '../domain/search/query.ts';
import { browseSql, facetNames, searchSql } from './search-sql.ts';
import type { FacetCount, FacetName, Facets, Filters, SearchHit } from '../domain/search/types.ts';

/** Where a page of hits begins: after this place of the order. */
export type SearchPlace = readonly [tier: number, rank: number, sortKey: string, doc: number];

export type SearchRequest = { readonly questions: IndexQuestions | undefined; readonly filters: Filters; readonly after: SearchPlace | undefined; readonly limit: number };
export type SearchAnswer = { /** With the filters. */ readonly total: number; /** Without them. */ readonly reached: number; readonly cut: boolean; readonly facets: Facets; readonly hits: readonly (SearchHit & { readonly place: SearchPlace })[] };

/** One page of what answers the questions, with the counts of every facet. Without questions it is the whole catalogue by name. */
export async function searchIndex(db: Db, { questions, filters, after, limit }: SearchRequest): Promise<SearchAnswer> {
  const sql = questions === undefined ? browseSql(filters) : searchSql(filters, after === undefined);
  const asked = questions === undefined ? [] : [questions.exact, questions.named, questions.head, questions.body];
  const [tier, rank, sortKey, doc] = after ?? [-1, -32_768, '', 0];
  const wanted = facetNames.map((name) => filters[name] ?? null);
  const [row] = await db.rows<AnswerRow>(sql, [...wanted, tier, rank, sortKey, doc, limit, ...asked]);
  const counts = row?.counts ?? [];
  return { total: row?.total ?? 0, reached: row?.reached ?? 0, cut: row?.cut ?? false, facets: facetsFrom(counts), hits: (row?.hits ?? []).map(toHit) };
}

type AnswerRow = { total: number; reached: number; cut: boolean; counts: (FacetCount & { facet: FacetName })[]; hits: (SearchHit & { tier: number; rank: number; sort_key: string; doc: number })[] };

const toHit = ({ tier, rank, sort_key: sortKey, doc, ...hit }: AnswerRow['hits'][number]) => ({ ...hit, place: [tier, rank, sortKey, doc] as const });

function facetsFrom(counts: AnswerRow['counts']): Facets {
  const facets: Record<FacetName, FacetCount[]> = { entity: [], department: [], category: [], lifeEvent: [], audience: [], channel: [] };
  for (const { facet, ...count } of counts) facets[facet].push(count);
  return facets;
}
