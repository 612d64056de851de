import type { Certificates } from '#modules/certificates/index.ts';
import type { Documents } from '#modules/documents/index.ts';

/** What the handlers of the desk use of modules that hold keys or folders. */
export type DeskDeps = { readonly certificates: Certificates; readonly documents: Documents };
