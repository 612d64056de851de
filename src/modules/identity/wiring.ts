import type { Log } from '#kernel/log.ts';
import type { Keys } from './keys.ts';
import type { RelyingParty } from './relying/relying-party.ts';
import type { SessionCache } from './session-cache.ts';

/** What the handlers of this module share: made once by the manifest. */
export type Wiring = {
  readonly keys: Keys;
  readonly cache: SessionCache;
  readonly provider: RelyingParty;
  readonly log: Log;
  /** Whether demo accounts may be shown their own codes. Never in production. */
  readonly demo: boolean;
  /** Whether people reach the site over https, which decides the names of the cookies. */
  readonly https: () => boolean;
  /** Scheme and host at which people reach the site. */
  readonly origin: () => string;
};
