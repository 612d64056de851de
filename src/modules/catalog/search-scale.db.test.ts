import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { readProcedureFolders } from './actions/read-folder.ts';
import { documentOf, type SearchDocument } from './domain/search/document.ts';
import { foldedWords, stem, wordsOf } from './domain/search/words.ts';
import type { Procedure } from './domain/types.ts';
import type { Vocabulary } from './domain/vocabulary.ts';
import { parseProcedure, parseVocabulary, searchProcedures } from './index.ts';
import { indexDocuments, recount } from './store/indexing.ts';
import { saveEntities, saveVersions } from './store/publishing.ts';

// Enough for the planner to choose as it does with a hundred thousand, which the benchmark measures.
const howMany = 12_000, batchSize = 2_500, townsMax = 40;
const root = fileURLToPath(new URL('../../../procedures/', import.meta.url));
const now = new Date('2026-03-09T12:00:00Z');

let fresh: FreshDatabase;
let vocabulary: Vocabulary;
before(async () => {
  fresh = await freshDatabase();
  vocabulary = parseVocabulary(readFileSync(`${root}vocabulary.yaml`, 'utf8'), 'vocabulary.yaml').value ?? assert.fail();
  const folders = await readProcedureFolders(root);
  const real = folders.map((one) => parseProcedure(one.files['procedure.yaml'] ?? '', one.path).value ?? assert.fail(one.path));
  const bases = real.map((procedure) => ({ procedure, document: documentOf(procedure, vocabulary, false) }));
  for (let from = 0; from < howMany; from += batchSize) await publish(Array.from({ length: batchSize }, (_, i) => variantOf(bases, from + i)));
  await fresh.db.transaction(recount);
});
after(() => fresh.close());

const departments = ['CH', 'LP', 'CB', 'OR', 'PT', 'TJ', 'SC', 'BE', 'PD'];
const places = ['Achacachi', 'Bermejo', 'Camiri', 'Desaguadero', 'Coroico', 'Guayaramerín', 'Huanuni', 'Ixiamas', 'Llallagua', 'Montero', 'Punata', 'Quillacollo', 'Riberalta', 'Sacaba', 'Tupiza', 'Uyuni', 'Villazón', 'Warnes', 'Yacuiba'];
const kinds = ['ordinario', 'urgente', 'repuesto', 'juvenil', 'exterior', 'primero', 'renovado', 'rectificado'];

type Indexed = { readonly procedure: Procedure; readonly document: SearchDocument };

// A real procedure of one of two thousand invented entities, so that every search is a broad one. The words are added to those of the base,
// which is what reading each of the hundred thousand would give, in a tenth of the time.
function variantOf(bases: readonly Indexed[], i: number): Indexed {
  const { procedure: base, document } = bases[i % bases.length]!;
  const town = Math.floor(i / bases.length) % townsMax;
  const place = `${places[town % places.length]} ${town}`;
  const kind = kinds[Math.floor(i / bases.length / townsMax) % kinds.length]!;
  const key = `${base.entity.key}-${town}`;
  const id = `${key}/${base.slug}-${i}`;
  const added = foldedWords(`${place} ${kind}`).map(stem);
  const procedure = { id, slug: `${base.slug}-${i}`, name: `${base.name} ${kind}`, summary: base.summary, entity: { key, name: `${base.entity.name} ${place}` }, free: base.free, channels: base.channels };
  return {
    procedure: { ...base, ...procedure, requirements: [], steps: [], legalBasis: [] },
    document: {
      ...document, procedureId: id, entityKey: key, department: departments[town % departments.length]!, sortKey: `${document.sortKey} ${kind}`, words: i < 20_000 ? wordsIn(document, place, kind) : [],
      head: [...document.head, `=${kind}`, `n:${stem(kind)}`, ...added.map((one) => `h:${one}`)], body: [...document.body, ...added],
    },
  };
}

const wordsIn = (document: SearchDocument, ...texts: string[]): SearchDocument['words'] =>
  [...document.words, ...texts.flatMap(wordsOf).filter(({ word }) => !/\d/.test(word)).map((one) => ({ ...one, inHead: true }))];

async function publish(all: readonly Indexed[]): Promise<void> {
  await fresh.db.transaction(async (tx) => {
    await saveEntities(tx, [...new Map(all.map(({ procedure }) => [procedure.entity.key, procedure.entity])).values()]);
    await saveVersions(tx, all.map(({ procedure }) => ({ procedure, version: 1, hash: procedure.id, runsHere: false, files: {} })), now);
    await indexDocuments(tx, all.map(({ document }) => document));
  });
}

test(`searching ${howMany} procedures`, async (t) => {
  await t.test('gives what is right first', async () => {
    const { hits, total } = await searchProcedures(fresh.db, { text: 'pasaprote corriente uyuni' }, vocabulary);
    assert.match(hits[0]?.name ?? '', /^Pasaporte corriente/);
    assert.match(hits[0]?.entity.name ?? '', /Uyuni/);
    assert.ok(total > 4 && total < 1_000);
  });
  await t.test('says what is true of a word that a quarter of all have, and of a filter that leaves nothing', async () => {
    const [broad, none] = [await searchProcedures(fresh.db, { text: 'certificado' }, vocabulary), await searchProcedures(fresh.db, { filters: { department: 'OR', category: 'nada' } }, vocabulary)];
    assert.ok(broad.total > howMany / 10 && broad.hits.every(({ name, summary }) => /certific/i.test(`${name} ${summary}`)));
    assert.deepEqual([none.total, none.hits], [0, []]);
  });
  await t.test('reads the index, not the table', async () => {
    const plan = await fresh.db.rows<{ 'QUERY PLAN': string }>(`explain select doc from catalog.search_document where head @@ '''n:pasaport'''::tsquery`);
    assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /Index Scan.* on search_document_head/);
  });
});
