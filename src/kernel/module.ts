import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Job, Subscription } from './outbox/types.ts';
import type { Route } from './http/types.ts';

/** What a module offers to the process. `src/start` joins the modules; no module knows who else is there. */
export type Module = {
  readonly name: string;
  // Migrations need no mention: every numbered .sql file in the module's migrations/ folder is found by the kernel.
  readonly routes?: readonly Route[];
  readonly subscriptions?: readonly Subscription[];
  readonly jobs?: readonly Job[];
  /** Parts of the address space that bring their own server; they get the raw request before its body is read. */
  readonly mounts?: readonly Mount[];
  /** Runs after the migrations, before the first request. */
  readonly start?: () => Promise<void>;
  /** Runs when the process is asked to stop. */
  readonly stop?: () => Promise<void>;
};

/** A server of its own below an address, such as `/oidc`. */
export type Mount = { readonly prefix: string; readonly handle: (request: IncomingMessage, response: ServerResponse) => void };
