import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { invariant } from '#kernel/errors/index.ts';
import { loadCatalog, parseVocabulary, searchProcedures, type CatalogQuery } from '#modules/catalog/index.ts';
import { measured, median, quantile, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { asOwner, root } from '../support/site.ts';
import { openWorld, type World } from '../support/world.ts';

/** Searching a hundred thousand procedures. */
export const search: Suite = {
  name: 'search',
  title: 'Search',
  inTheWay: `A word that a quarter of all procedures have is counted for every facet, row by row; on a machine that is busy with other things the slowest twentieth pass the limit.`,
  method: `The published procedures are copied, with their texts and words, until there are 100,000 of two thousand entities, so that every search is a broad one. Each query runs many times, one after the other:
common words, a slip of the pen, several words, filters with and without text, and nothing at all; the time is that of the function that both the page and the API call.`,
  run: measure,
};

const queries: readonly CatalogQuery[] = [
  { text: 'pasaporte' }, { text: 'certificado' }, { text: 'pasaprote corriente' }, { text: 'cedula de identidad' }, { text: 'certificado de nacimiento' }, { text: 'legalizacion titulo' },
  { text: 'licencia' }, { text: 'sertificado nasimiento' }, { text: 'fotocopia' }, { text: 'pasaporte para jirafas' }, { text: 'certificado', filters: { department: 'OR' } },
  { filters: { category: 'salud' } }, { filters: { department: 'OR', channel: 'online' } }, {},
];

async function* measure({ scale: { procedures, repetitions }, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres);
  try {
    const folder = join(root, 'procedures');
    await loadCatalog(world.db, folder, new Date());
    await multiply(world, procedures);
    const vocabulary = parseVocabulary(await readFile(join(folder, 'vocabulary.yaml'), 'utf8'), 'vocabulary.yaml').value;
    invariant(vocabulary, 'the words of the catalogue are sound');
    const times: number[] = [];
    for (let i = 0; i < repetitions; i++) for (const query of queries) times.push(await millis(() => searchProcedures(world.db, query, vocabulary)));
    // The first time round warms what a server has warm.
    const warm = times.slice(queries.length);
    yield measured({ name: 'search_median', value: median(warm), unit: 'ms', goal: { of: 'value', atMost: 50 } });
    yield measured({ name: 'search_p95', value: quantile(warm, 0.95), unit: 'ms', goal: { of: 'value', atMost: 50 } });
  } finally {
    await world.close();
  }
}

async function millis(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const kinds = ['ordinario', 'urgente', 'repuesto', 'juvenil', 'exterior', 'primero', 'renovado', 'rectificado'];
const towns = 40;

/** Copies what is published under other entities and names, as the owner of the database would by hand. */
async function multiply({ ownerUrl }: World, howMany: number): Promise<void> {
  const [found] = await asOwner<{ n: number }>(ownerUrl, 'select count(*)::int as n from catalog.procedure where withdrawn_at is null');
  const copies = Math.ceil(howMany / (found?.n ?? 1)) - 1;
  const kind = `(array[${kinds.map((one) => `'${one}'`)}])[1 + (n / ${towns}) % ${kinds.length}]`, town = `(n % ${towns})`;
  const each = `from catalog.procedure p, generate_series(1, $1::int) n where p.withdrawn_at is null`;
  for (const statement of [
    `insert into catalog.entity (key, name, acronym) select e.key || '-' || n, e.name || ' ' || n, e.acronym from catalog.entity e, generate_series(0, least($1, ${towns - 1})) n`,
    `insert into catalog.procedure (id, slug, entity_key, version) select p.id || '-' || n, p.slug || '-' || n, p.entity_key || '-' || ${town}, p.version ${each}`,
    `insert into catalog.procedure_version (procedure_id, version, hash, published_at, runs_here, content, files)
       select p.id || '-' || n, v.version, v.hash, v.published_at, false, v.content || jsonb_build_object('id', p.id || '-' || n, 'slug', p.slug || '-' || n, 'name', v.content ->> 'name' || ' ' || ${kind}), '{}'
       ${each.replace(' where', ' join catalog.procedure_version v on v.procedure_id = p.id and v.version = p.version where').replace('p, generate_series(1, $1::int) n join', 'p cross join generate_series(1, $1::int) n join')}`,
    `insert into catalog.search_document (procedure_id, entity_key, facet_set, rank, sort_key, head)
       select p.id || '-' || n, p.entity_key || '-' || ${town}, d.facet_set, d.rank, d.sort_key || ' ' || ${kind}, array_to_tsvector(tsvector_to_array(d.head) || array['=' || ${kind}, 'n:' || ${kind}])
       from catalog.procedure p cross join generate_series(1, $1::int) n join catalog.search_document d on d.procedure_id = p.id where p.withdrawn_at is null and p.id not like '%-' || n`,
    `insert into catalog.search_body (doc, body) select c.doc, b.body from catalog.search_document c join catalog.search_document d on d.procedure_id = regexp_replace(c.procedure_id, '-\\d+$', '') and d.doc <> c.doc
       join catalog.search_body b on b.doc = d.doc where $1 > 0`,
  ]) await asOwner(ownerUrl, statement, [copies]);
  await asOwner(ownerUrl, 'delete from catalog.facet_count');
  await asOwner(ownerUrl, 'insert into catalog.facet_count select facet_set, entity_key, count(*) from catalog.search_document group by 1, 2');
  await asOwner(ownerUrl, 'vacuum analyze');
}
