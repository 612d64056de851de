import { inline, json, page } from '#kernel/http/answers.ts';
import type { Answer, Context } from '#kernel/http/types.ts';
import { searchProcedures } from './actions/search.ts';
import { listAddress, readListAddress } from './domain/address.ts';
import { refuse } from './errors.ts';
import { serviceNodes } from './exports/cpsv.ts';
import { jsonLdContext, jsonLdOf } from './exports/rdf.ts';
import { gobboCatalogue, jsonLdCatalogue, sitemap, turtleCatalogue } from './exports/streams.ts';
import { entityPage } from './pages/entity.ts';
import { homePage } from './pages/home.ts';
import { createKept } from './pages/kept.ts';
import { listPage } from './pages/list.ts';
import { procedurePage } from './pages/procedure.ts';
import { findEntity, findProcedure, listFeatured, listRunnable } from './store/procedures.ts';

const runnableMax = 12;
/** `.jsonld` after the address of a procedure gives it to machines. */
const machineEnding = '.jsonld';

/** What the module's addresses answer. `site` is the public address of the installation, without a slash at the end. */
export function catalogHandlers(site: () => string) {
  const kept = createKept();
  const keptPage = (ctx: Context, key: string, make: Parameters<typeof kept.get<Answer>>[3]): Promise<Answer> => kept.get(ctx.db, ctx.now, key, make);
  return {
    home: (ctx: Context) => keptPage(ctx, 'home', async (vocabulary) => {
      const [all, featured, runsHere] = await Promise.all([searchProcedures(ctx.db, { limit: 1 }, vocabulary), listFeatured(ctx.db, vocabulary.featured), listRunnable(ctx.db, runnableMax)]);
      return page(homePage({ all, featured, runsHere, vocabulary }));
    }),
    list: (ctx: Context) => {
      const shown = readListAddress(ctx.query);
      return keptPage(ctx, `list ${listAddress(shown)}`, async (vocabulary) => page(listPage(shown, await searchProcedures(ctx.db, shown, vocabulary), vocabulary)));
    },
    procedure: (ctx: Context) => {
      const slug = ctx.params['slug'] ?? '';
      if (slug.endsWith(machineEnding)) return procedureForMachines(ctx, slug.slice(0, -machineEnding.length), site());
      return keptPage(ctx, `procedure ${slug}`, async (vocabulary) => {
        const found = (await findProcedure(ctx.db, slug)) ?? refuse('not_found');
        return page(procedurePage(found, vocabulary, `/tramites/${slug}${machineEnding}`));
      });
    },
    entity: (ctx: Context) => {
      const key = ctx.params['key'] ?? '';
      return keptPage(ctx, `entity ${key}`, async (vocabulary) => {
        const entity = (await findEntity(ctx.db, key)) ?? refuse('entity_not_found');
        return page(entityPage(entity, await searchProcedures(ctx.db, { filters: { entity: key }, limit: 100 }, vocabulary)));
      });
    },
    jsonLd: (ctx: Context) => inline('application/ld+json; charset=utf-8', jsonLdCatalogue(ctx.db, site())),
    turtle: (ctx: Context) => inline('text/turtle; charset=utf-8', turtleCatalogue(ctx.db, site())),
    gobbo: async (ctx: Context) => inline('application/jsonl; charset=utf-8', await gobboCatalogue(ctx.db)),
    sitemap: (ctx: Context) => inline('application/xml; charset=utf-8', sitemap(ctx.db, site())),
    robots: () => inline('text/plain; charset=utf-8', robots(site())),
  };

  async function procedureForMachines(ctx: Context, slug: string, address: string): Promise<Answer> {
    return kept.get(ctx.db, ctx.now, `machine ${slug}`, async (vocabulary) => {
      const found = (await findProcedure(ctx.db, slug)) ?? refuse('not_found');
      return json({ '@context': jsonLdContext, '@graph': serviceNodes(found, address, vocabulary).map(jsonLdOf) }, 200, 'application/ld+json; charset=utf-8');
    });
  }
}

// Searches have no end and personal pages are nobody's business.
const robots = (site: string): string =>
  ['User-agent: *', ...['/buscar', '/mis-tramites', '/escritorio', '/estudio', '/plan', '/control', '/oidc', '/api'].map((path) => `Disallow: ${path}`), `Sitemap: ${site}/sitemap.xml`, ''].join('\n');
