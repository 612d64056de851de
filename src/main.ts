/**
 * The composition root: configuration → database → modules → server and jobs. The only file that knows every module.
 * `ventanilla … check` and other commands have their own entry, which joins less.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarsModule } from '#modules/calendars/index.ts';
import { appointmentsModule } from '#modules/appointments/index.ts';
import { casesModule, certificateService, charge, prepareProcedures } from '#modules/cases/index.ts';
import { catalogModule } from '#modules/catalog/index.ts';
import { certificatesModule, createCertificates, filesIn, openSealing, type Certificates } from '#modules/certificates/index.ts';
import { documentsModule, folderStore } from '#modules/documents/index.ts';
import { identityModule, seedDemo } from '#modules/identity/index.ts';
import { paymentsModule } from '#modules/payments/index.ts';
import { portalModule } from '#modules/portal/index.ts';
import type { Database } from '#kernel/db/index.ts';
import { systemClock } from '#kernel/clock.ts';
import { readConfig, type Config } from '#kernel/config.ts';
import { framePage, navigationFor, type NavigationRow } from '#kernel/html/frame.ts';
import { html } from '#kernel/html/html.ts';
import { staticRoutes } from '#kernel/html/static-routes.ts';
import { icon, stylesheet } from '#kernel/html/stylesheet.ts';
import { buildServer, type FrameInput, type PageContent } from '#kernel/http/index.ts';
import { createLog } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { createDispatcher } from '#kernel/outbox/index.ts';
import { explainStartFailure } from '#kernel/postgres/index.ts';
import { announce } from './start/announce.ts';
import { shippedProcedures, startDatabase } from './start/database.ts';
import { choosePort } from './start/port.ts';
import { secretFile } from './start/secret.ts';
import { siteRoutes } from './start/site-routes.ts';

const navigation: readonly NavigationRow[] = [
  //  where            what               who
  { href: '/tramites', text: 'Trámites', who: ['public'] },
  { href: '/mis-tramites', text: 'Mis trámites', who: ['applicant'] },
  { href: '/buzon', text: 'Buzón', who: ['applicant'] },
  { href: '/escritorio', text: 'Escritorio', who: ['officer', 'supervisor'] },
  { href: '/administracion', text: 'Administración', who: ['admin'] },
  { href: '/verificar', text: 'Verificar', who: ['public'] },
];

const log = createLog();
const say = (sentence: string): void => { process.stdout.write(`${sentence}\n`); };

try {
  await start(readConfig(process.env));
} catch (caught) {
  say(explainStartFailure(caught));
  log.error('start failed', { cause: caught });
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const port = await choosePort(config.port, config.host);
  const selfUrl = `http://${config.host}:${port}`;
  const publicUrl = () => config.publicUrl ?? selfUrl;
  const database = await startDatabase(config, say);
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string };
  const frame = (content: PageContent, input: FrameInput) => framed(config, publicUrl(), content, input);
  const { modules, identity, formOrigins } = await composeModules(config, database.db, { selfUrl: () => selfUrl, publicUrl, frame });
  const all: Module[] = [...modules, { name: 'site', routes: [...staticRoutes, ...siteRoutes(() => all, { version, publicUrl })] }];
  for (const module of all) await module.start?.();
  const app = await buildServer({
    db: database.db, clock: systemClock, log, modules: all, key: secretFile(join(config.dataFolder, 'claves'), 'formularios'), publicUrl, trustProxy: config.trustProxy,
    formOrigins, authenticate: identity.authenticate, frame,
  });
  const dispatcher = createDispatcher({ db: database.db, clock: systemClock, log, subscriptions: all.flatMap((module) => module.subscriptions ?? []), jobs: all.flatMap((module) => module.jobs ?? []) });
  app.addHook('onResponse', async (request) => { if (request.method !== 'GET') dispatcher.wake(); });
  await app.listen({ port, host: config.host });
  dispatcher.start();
  stopOnSignal(async () => {
    await app.close();
    await dispatcher.stop();
    for (const module of all) await module.stop?.();
    await database.stop();
  });
  announce(say, { publicUrl: publicUrl(), demo: config.demo, embedded: database.embedded, dataFolder: config.dataFolder });
}

type Site = { readonly selfUrl: () => string; readonly publicUrl: () => string; readonly frame: (content: PageContent, input: FrameInput) => string };

async function composeModules(config: Config, db: Database, site: Site) {
  const anonymous = (content: PageContent) => site.frame(content, { path: '/', person: undefined, notice: undefined, csrf: () => html``, section: undefined });
  const identity = identityModule({ db, log, config, publicUrl: site.publicUrl, selfUrl: site.selfUrl, frame: anonymous });
  if (config.demo) await seedDemo(db, identity.keys);
  const { documents, ...documentsManifest } = documentsModule({ config, log });
  const certificates = await openCertificates(config, site.publicUrl);
  const catalog = catalogModule({ db, clock: systemClock, folder: shippedProcedures, publicUrl: site.publicUrl, onFaults: (faults) => { for (const fault of faults) log.warn('procedure', { ...fault }); } });
  const payments = paymentsModule({ db, clock: systemClock, log, config, publicUrl: site.publicUrl, selfUrl: site.selfUrl });
  const cases: Module = { ...casesModule([charge, certificateService(certificates)]), start: async () => { await prepareProcedures(db, systemClock.now(), (refusal) => { log.error('procedure', { ...refusal.facts, cause: refusal }); }); } };
  const modules: Module[] = [
    identity, catalog, calendarsModule({ db, clock: systemClock }), documentsManifest, appointmentsModule({ caseHref: ({ caseId }) => `/escritorio/tramites/${caseId}` }),
    certificatesModule(certificates), payments, cases, portalModule({ certificates, documents, payments }),
  ];
  return { modules, identity, formOrigins: [...identity.formOrigins, ...payments.formOrigins] };
}

async function openCertificates(config: Config, origin: () => string): Promise<Certificates> {
  const sealing = await openSealing({ dataFolder: config.dataFolder, settingsFile: config.environment.VENTANILLA_SEALS }, systemClock);
  const folder = join(config.dataFolder, 'certificados');
  return createCertificates({ sealing, files: filesIn(folderStore(folder), join(folder, 'tmp')), origin });
}

function framed(config: Config, origin: string, content: PageContent, input: FrameInput): string {
  const path = input.path.split('?')[0] ?? '/';
  return framePage(content, {
    path, person: input.person, notice: input.notice, demo: config.demo, origin, navigation: navigationFor(navigation, input.person, path),
    csrf: input.csrf, cssHref: stylesheet().href, iconHref: icon().href,
  });
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(() => process.exit(0), (caught: unknown) => { log.error('stop failed', { cause: caught }); process.exit(1); });
  };
  process.once('SIGINT', handle).once('SIGTERM', handle);
}

