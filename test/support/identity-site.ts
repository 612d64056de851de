import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/index.ts';
import { framePage } from '#kernel/html/frame.ts';
import { html } from '#kernel/html/html.ts';
import { buildServer, page, route, type PageContent } from '#kernel/http/index.ts';
import { silentLog } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { identityModule, seedDemo, type IdentityModule } from '#modules/identity/index.ts';
import { freshDatabase } from './database.ts';
import { freePort } from './servers/ports.ts';
import { Visitor } from './visitor.ts';

/** A listening site with nothing but identity, its demonstration, and two pages that say who is there. */
export type IdentitySite = {
  readonly origin: string; readonly db: Database; readonly identity: IdentityModule;
  readonly visitor: (headers?: Record<string, string>) => Visitor;
  readonly close: () => Promise<void>;
};

export type SiteOptions = { readonly clock?: Clock; readonly demo?: boolean; readonly environment?: Readonly<Record<string, string>>; readonly publicUrl?: string };

/** Starts such a site on a free port, with a database of its own. Every visitor calls from another address, unless their headers say from which. */
export async function startIdentitySite(options: SiteOptions = {}): Promise<IdentitySite> {
  const { db, close } = await freshDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-identity-')), port = await freePort(), self = `http://127.0.0.1:${port}`, origin = options.publicUrl ?? self;
  const frame = (content: PageContent) => framePage(content, { path: '/', demo: true, navigation: [], csrf: () => html``, cssHref: '/estilo.css' });
  const identity = identityModule({
    db, log: silentLog, publicUrl: () => origin, selfUrl: () => self, frame,
    config: { dataFolder, demo: options.demo ?? true, environment: options.environment ?? {}, trustProxy: true },
  });
  await seedDemo(db, identity.keys);
  const app = await buildServer({
    db, clock: options.clock ?? systemClock, log: silentLog, modules: [identity, whoIsThere], key: randomBytes(32), publicUrl: () => origin, trustProxy: true,
    formOrigins: identity.formOrigins, authenticate: identity.authenticate, lateForms: identity.lateForms,
    frame: (content, { path, person, csrf, notice }) => framePage(content, { path, person, notice, demo: true, navigation: [], csrf, cssHref: '/estilo.css' }),
  });
  await app.listen({ port, host: '127.0.0.1' });
  return { origin, db, identity, visitor: (headers) => new Visitor(self, { 'x-forwarded-for': `10.0.${randomInt(256)}.${randomInt(256)}`, ...headers }), close: async () => { await app.close(); await close(); rmSync(dataFolder, { recursive: true }); } };
}

const whoIsThere: Module = {
  name: 'test',
  routes: ['/mis-tramites', '/escritorio', '/'].map((path) => route('GET', path, ['public'], ({ person }) =>
    page({ title: 'Quién', main: html`<p id="quien">${person ? `${person.kind}|${person.name}|${person.document?.number ?? ''}|${person.document?.complement ?? ''}|${person.birthDate ?? ''}` : 'nadie'}</p>` }))),
};

/** Who the site says is there. */
export const whoOf = (text: string): string => /<p id="quien">([^<]*)<\/p>/.exec(text)?.[1] ?? text.slice(0, 400);
