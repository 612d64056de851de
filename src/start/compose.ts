import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appointmentsModule } from '#modules/appointments/index.ts';
import { calendarsModule } from '#modules/calendars/index.ts';
import { casesModule, certificateService, charge, checkFolder, prepareProcedures } from '#modules/cases/index.ts';
import { catalogModule } from '#modules/catalog/index.ts';
import { certificatesModule, createCertificates, filesIn, openSealing, type Certificates } from '#modules/certificates/index.ts';
import { deskModule } from '#modules/desk/index.ts';
import { documentsModule, folderStore } from '#modules/documents/index.ts';
import { endDemo, identityModule, seedDemo, type IdentityModule } from '#modules/identity/index.ts';
import { notificationsModule } from '#modules/notifications/index.ts';
import { paymentsModule } from '#modules/payments/index.ts';
import { indicatorsModule } from '#modules/indicators/index.ts';
import { planningModule } from '#modules/planning/index.ts';
import { nationalPlan, plansModule, planTermsOf } from '#modules/plans/index.ts';
import { supervisionModule } from '#modules/supervision/index.ts';
import { portalModule } from '#modules/portal/index.ts';
import { upkeepModule } from '#modules/upkeep/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import type { Database } from '#kernel/db/index.ts';
import { html } from '#kernel/html/html.ts';
import { staticRoutes } from '#kernel/html/static-routes.ts';
import type { FrameInput, PageContent } from '#kernel/http/index.ts';
import type { Log } from '#kernel/log.ts';
import { createRequestMetrics, type RequestMetrics } from '#kernel/metrics/index.ts';
import type { Module } from '#kernel/module.ts';
import { shippedProcedures } from './database.ts';
import type { DemoClock } from './demo-date/clock.ts';
import { demoDateRoutes } from './demo-date/routes.ts';
import { metricsRoute } from './metrics-route.ts';
import { siteRoutes } from './site-routes.ts';

/** What the modules are made from. Addresses are asked for when needed, because the port may be chosen while starting. */
export type Ground = {
  readonly config: Config; readonly db: Database; readonly clock: Clock; readonly log: Log;
  /** The same clock where it can be moved: in a demonstration, and nowhere else. */
  readonly demoClock: DemoClock | undefined;
  /** Address at which people reach the site. */
  readonly publicUrl: () => string;
  /** Address at which this process reaches itself. */
  readonly selfUrl: () => string;
  readonly frame: (content: PageContent, input: FrameInput) => string;
};

/** The modules of the program, with what the web server needs of them. */
export type Composed = {
  readonly modules: readonly Module[];
  readonly authenticate: IdentityModule['authenticate'];
  readonly lateForms: IdentityModule['lateForms'];
  /** Other origins that a form may end at. */
  readonly formOrigins: readonly string[];
  /** Is to be told of every answer. */
  readonly requests: RequestMetrics;
};

/**
 * Joins the modules: the only file that knows every one of them. Folders and keys below the data folder are made here; the database is asked
 * nothing before `start` of a module, so that tests and tools can look at the whole without one.
 */
export async function composeModules(ground: Ground): Promise<Composed> {
  const { config, db, clock, log, publicUrl, selfUrl } = ground;
  const identity = composeIdentity(ground);
  const { documents, ...documentsManifest } = documentsModule({ config, log });
  const certificates = await openCertificates(ground);
  const payments = paymentsModule({ db, clock, log, config, publicUrl, selfUrl });
  const requests = createRequestMetrics(), version = productVersion();
  const modules: Module[] = [
    identity,
    catalogModule({ db, clock, folder: shippedProcedures, publicUrl, checkRest: async (folder) => (await checkFolder(folder, certificates.parseTemplate)).faults, onFaults: (faults) => { for (const fault of faults) log.warn('procedure', { ...fault }); } }),
    calendarsModule({ db, clock }), documentsManifest, appointmentsModule({ caseHref: ({ caseId }) => `/escritorio/tramites/${caseId}` }),
    certificatesModule(certificates), payments, notificationsModule({ clock, log, config, publicUrl }), composeCases(ground, certificates),
    planningModule({ readTemplate: certificates.parseTemplate, folder: join(config.dataFolder, 'planificacion') }), plansModule({ isDemo: config.demo, documents }),
    indicatorsModule({ db, clock, log, plan: nationalPlan }), supervisionModule({ demo: config.demo, planTerms: planTermsOf, documents }), portalModule({ certificates, documents, payments }), deskModule({ certificates, documents }),
    upkeepModule({ config, version, certificates, antivirus: documentsManifest.antivirus, signingKey: String(identity.keys.signing[0]?.kid) }),
    { name: 'site', routes: [...staticRoutes, ...(ground.demoClock ? demoDateRoutes(ground.demoClock) : []), ...siteRoutes(() => modules, { version, publicUrl }), metricsRoute({ db, requests, version, token: config.environment.VENTANILLA_METRICS_TOKEN })] },
  ];
  return { modules, authenticate: identity.authenticate, lateForms: identity.lateForms, formOrigins: [...identity.formOrigins, ...payments.formOrigins], requests };
}

function composeIdentity({ config, db, log, publicUrl, selfUrl, frame }: Ground): IdentityModule {
  const anonymous = (content: PageContent) => frame(content, { path: '/', person: undefined, notice: undefined, csrf: () => html``, section: undefined });
  const identity = identityModule({ db, log, config, publicUrl, selfUrl, frame: anonymous });
  return { ...identity, start: () => (config.demo ? seedDemo(db, identity.keys) : endDemo(db)) };
}

function composeCases({ db, clock, log }: Ground, certificates: Certificates): Module {
  const prepare = () => prepareProcedures(db, clock.now(), (refusal) => { log.error('procedure', { ...refusal.facts, cause: refusal }); });
  return { ...casesModule([charge, certificateService(certificates)]), start: async () => { await prepare(); } };
}

async function openCertificates({ config, clock, publicUrl }: Ground): Promise<Certificates> {
  const sealing = await openSealing({ dataFolder: config.dataFolder, settingsFile: config.environment.VENTANILLA_SEALS }, clock);
  const folder = join(config.dataFolder, 'certificados');
  return createCertificates({ sealing, files: filesIn(folderStore(folder), join(folder, 'tmp')), origin: publicUrl });
}

function productVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  return version;
}
