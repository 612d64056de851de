import { Readable } from 'node:stream';
import type { Db } from '#kernel/db/index.ts';
import type { PublishedProcedure } from '../domain/package.ts';
import { listPublished, readVocabulary } from '../store/procedures.ts';
import { catalogueNodes, serviceNodes } from './cpsv.ts';
import { gobboRecord } from './gobbo.ts';
import { jsonLdContext, jsonLdOf, turtleHead, turtleOf, type RdfNode } from './rdf.ts';

const pageSize = 500;
const publisher = 'Ventanilla';

/** The whole catalogue as Turtle, a page at a time, so that its size does not matter. */
export const turtleCatalogue = (db: Db, site: string): Readable => Readable.from(chunks(turtleHead(), nodePages(db, site), (nodes) => nodes.map(turtleOf).join(''), ''));

/** The whole catalogue as JSON-LD. */
export function jsonLdCatalogue(db: Db, site: string): Readable {
  let first = true;
  const chunk = (nodes: readonly RdfNode[]): string => nodes.map((node) => {
    const before = first ? '' : ',\n';
    first = false;
    return before + JSON.stringify(jsonLdOf(node));
  }).join('');
  return Readable.from(chunks(`{"@context":${JSON.stringify(jsonLdContext)},"@graph":[\n`, nodePages(db, site), chunk, '\n]}\n'));
}

/** The whole catalogue in the shape of the State's portal, one record a line. */
export async function gobboCatalogue(db: Db): Promise<Readable> {
  const vocabulary = await readVocabulary(db);
  const lines = (page: readonly PublishedProcedure[]): string => page.map((one) => `${JSON.stringify(gobboRecord(one, vocabulary))}\n`).join('');
  return Readable.from(chunks('', procedurePages(db), lines, ''));
}

/** The addresses of every public page of the catalogue, for search engines. */
export const sitemap = (db: Db, site: string): Readable => {
  const entry = (address: string, day?: string): string => `<url><loc>${address.replace(/&/g, '&amp;')}</loc>${day === undefined ? '' : `<lastmod>${day}</lastmod>`}</url>\n`;
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entry(`${site}/`)}${entry(`${site}/tramites`)}`;
  const lines = (page: readonly PublishedProcedure[]): string => page.map((one) => entry(`${site}/tramites/${one.procedure.slug}`, one.publishedAt.toISOString().slice(0, 10))).join('');
  return Readable.from(chunks(head, procedurePages(db), lines, '</urlset>\n'));
};

async function* chunks<Page>(head: string, pages: AsyncIterable<Page>, text: (page: Page) => string, tail: string): AsyncGenerator<string> {
  yield head;
  for await (const page of pages) yield text(page);
  yield tail;
}

async function* procedurePages(db: Db): AsyncGenerator<readonly PublishedProcedure[]> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: readonly PublishedProcedure[] = await listPublished(db, { after, limit: pageSize });
    yield page;
    after = page.length === pageSize ? page.at(-1)?.procedureId : undefined;
  }
}

// Concepts and entities are written once; a hundred thousand services share a few hundred of them.
async function* nodePages(db: Db, site: string): AsyncGenerator<readonly RdfNode[]> {
  const vocabulary = await readVocabulary(db);
  const seen = new Set<string>();
  yield catalogueNodes(site, publisher);
  for await (const page of procedurePages(db)) {
    yield page.flatMap((one) => serviceNodes(one, site, vocabulary)).filter((node) => !isShared(node) || (!seen.has(node.iri) && seen.add(node.iri)));
  }
}

const isShared = (node: RdfNode): boolean => node.types.some((type) => ['skos:Concept', 'cv:PublicOrganisation', 'cv:LifeEvent', 'dct:Location', 'dct:LinguisticSystem'].includes(type));
