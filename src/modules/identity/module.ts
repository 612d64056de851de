import type { Config } from '#kernel/config.ts';
import type { Db } from '#kernel/db/index.ts';
import type { LateForms, PageContent } from '#kernel/http/index.ts';
import type { Log } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { authenticator, type Authenticate } from './actions/authenticate.ts';
import { lateForms } from './actions/late-forms.ts';
import { sweepExpired } from './actions/sweep.ts';
import { openKeys, type Keys } from './keys.ts';
import { providerMount } from './provider/mount.ts';
import { createPageWriter } from './provider/page-writer.ts';
import { createRelyingParty } from './relying/relying-party.ts';
import { providerSettings } from './relying/settings.ts';
import { identityRoutes } from './routes.ts';
import { createSessionCache } from './session-cache.ts';
import type { Wiring } from './wiring.ts';

/** What the module needs from whoever starts the process. */
export type IdentityDeps = {
  readonly db: Db;
  readonly log: Log;
  readonly config: Pick<Config, 'dataFolder' | 'demo' | 'environment' | 'trustProxy'>;
  /** Scheme and host at which people reach the site, without a slash at the end; asked when needed, because the port may be chosen while starting. */
  readonly publicUrl: () => string;
  /** Scheme and host at which this process reaches itself. */
  readonly selfUrl: () => string;
  /** The site's frame around a page of the embedded provider, for nobody in particular. */
  readonly frame: (content: PageContent) => string;
};

/** The manifest, with what the web server and the demonstration need besides. */
export type IdentityModule = Module & {
  readonly authenticate: Authenticate;
  readonly lateForms: LateForms;
  readonly keys: Keys;
  /** Other origins at which logging out may end, for the security headers. */
  readonly formOrigins: readonly string[];
};

const sweepSeconds = 600;

/** Persons, sessions, logins, and the embedded provider unless OIDC_ISSUER names another. */
export function identityModule(deps: IdentityDeps): IdentityModule {
  const { db, log, config, publicUrl } = deps, keys = openKeys(config.dataFolder), https = () => publicUrl().startsWith('https:');
  const settings = () => providerSettings(config.environment, publicUrl(), keys);
  const wiring: Wiring = { keys, log, https, cache: createSessionCache(), demo: config.demo, origin: publicUrl, provider: createRelyingParty(settings, deps.selfUrl) };
  const issuer = config.environment.OIDC_ISSUER;
  const mount = () => providerMount({ db, keys, log, settings, demo: config.demo, trustProxy: config.trustProxy, writer: createPageWriter(deps.frame, https) });
  return {
    name: 'identity', keys, authenticate: authenticator(wiring), lateForms: lateForms(wiring), routes: identityRoutes(wiring),
    mounts: issuer ? [] : [mount()], formOrigins: issuer ? [new URL(issuer).origin] : [],
    jobs: [{ name: 'identity.sweep', everySeconds: sweepSeconds, run: sweepExpired }],
  };
}
