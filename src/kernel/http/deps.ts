import type { Person } from '../access.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/types.ts';
import type { Html } from '../html/html.ts';
import type { Log } from '../log.ts';
import type { Module } from '../module.ts';
import type { FormKey } from './csrf.ts';
import type { LateForms } from './late-form.ts';
import type { PageContent } from './types.ts';

/** What a page's frame is made from, beside its content. */
export type FrameInput = {
  readonly path: string; readonly person: Person | undefined; readonly notice: string | undefined; readonly csrf: () => Html;
  readonly section: string | undefined;
};

/** Who a request belongs to, as the identity module finds out; `sessionKey` binds forms to the session. */
export type Authenticated = { readonly person: Person; readonly sessionKey: string };

/** What the server is built from. */
export type ServerDeps = {
  readonly db: Db; readonly clock: Clock; readonly log: Log;
  readonly modules: readonly Module[];
  /** Secret for form tokens and one-time notices. */
  readonly key: FormKey;
  /** Address at which people reach the site; asked at each request, because the port may be chosen while starting. */
  readonly publicUrl: () => string;
  readonly trustProxy: boolean;
  /** Other origins that a form may end at, such as the identity provider's. */
  readonly formOrigins: readonly string[];
  readonly authenticate: (db: Db, cookies: Readonly<Record<string, string | undefined>>, now: Date) => Promise<Authenticated | undefined>;
  /** Where what was typed into a form is kept when its session had ended; without it nothing is. */
  readonly lateForms?: LateForms;
  readonly frame: (content: PageContent, input: FrameInput) => string;
};
