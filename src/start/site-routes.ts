import { json, openApi, route, withHeaders, type Route } from '#kernel/http/index.ts';
import type { Module } from '#kernel/module.ts';
import type { Db } from '#kernel/db/index.ts';

/** What the installation says of itself. */
export type About = { readonly version: string; readonly publicUrl: () => string };

/** Routes that belong to no module: health, and the document of the API. */
export function siteRoutes(modules: () => readonly Module[], about: About): readonly Route[] {
  const document = () => openApi(modules().flatMap((module) => module.routes ?? []), { title: 'Ventanilla', version: about.version, serverUrl: about.publicUrl() });
  return [
    route('GET', '/salud', ['public'], async ({ db }) => json({ estado: 'en servicio', version: about.version, base: await answersWithin(db) })),
    route('GET', '/openapi.json', ['public'], () => withHeaders(json(document()), { 'access-control-allow-origin': '*' })),
  ];
}

async function answersWithin(db: Db): Promise<string> {
  await db.rows('select 1');
  return 'en servicio';
}
