import type { Certificates } from '#modules/certificates/index.ts';
import type { Documents } from '#modules/documents/index.ts';
import type { Payments } from '#modules/payments/index.ts';

/** What the handlers of the portal use of modules that hold keys, folders or providers. */
export type PortalDeps = { readonly certificates: Certificates; readonly documents: Documents; readonly payments: Payments };
