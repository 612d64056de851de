import { refusalsReference } from './refusals.ts';
import { routesReference } from './routes.ts';

/** A page of docs/reference, made from the program itself. */
export type ReferenceDocument = { readonly path: string; readonly write: () => Promise<string> };

/** Every such page: one line each. `npm run reference` writes them, and a test fails while one is stale. */
export const referenceDocuments: readonly ReferenceDocument[] = [
  { path: 'docs/reference/routes.md', write: routesReference },
  { path: 'docs/reference/refusals.md', write: refusalsReference },
];
