import { route } from '#kernel/http/answers.ts';
import type { Route } from '#kernel/http/types.ts';
import { entitiesApi, entitiesForMachines, listApi, listForMachines, procedureApi, procedureForMachines } from './api.ts';
import { catalogHandlers } from './handlers.ts';

/** Everything is public: the catalogue has no secrets and no personal data. */
export function catalogRoutes(site: () => string): readonly Route[] {
  const show = catalogHandlers(site);
  return [
    //    method  path                       who         does
    route('GET', '/',                       ['public'], show.home),
    route('GET', '/tramites',               ['public'], show.list),
    route('GET', '/buscar',                 ['public'], show.list, { limit: 'search' }),
    route('GET', '/tramites/:slug',         ['public'], show.procedure),
    route('GET', '/entidades/:key',         ['public'], show.entity),
    route('GET', '/catalogo.jsonld',        ['public'], show.jsonLd),
    route('GET', '/catalogo.ttl',           ['public'], show.turtle),
    route('GET', '/catalogo.gobbo.jsonl',   ['public'], show.gobbo),
    route('GET', '/sitemap.xml',            ['public'], show.sitemap),
    route('GET', '/robots.txt',             ['public'], show.robots),
    route('GET', '/api/v1/tramites',        ['public'], listForMachines, { limit: 'search', api: listApi }),
    route('GET', '/api/v1/tramites/:slug',  ['public'], procedureForMachines, { api: procedureApi }),
    route('GET', '/api/v1/entidades',       ['public'], entitiesForMachines, { api: entitiesApi }),
  ];
}
