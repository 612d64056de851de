import { fieldTypesReference } from './field-types.ts';
import { flowElementsReference } from './flow-elements.ts';
import { procedureWordsReference } from './procedure-words.ts';
import { refusalsReference } from './refusals.ts';
import { routesReference } from './routes.ts';
import { tablesReference } from './tables.ts';

/** A page of docs/reference, made from the program itself. */
export type ReferenceDocument = { readonly path: string; readonly write: () => Promise<string> };

/** Every such page: one line each. `npm run reference` writes them, and a test fails while one is stale. */
export const referenceDocuments: readonly ReferenceDocument[] = [
  { path: 'docs/reference/routes.md', write: routesReference },
  { path: 'docs/reference/refusals.md', write: refusalsReference },
  { path: 'docs/reference/field-types.md', write: fieldTypesReference },
  { path: 'docs/reference/flow-elements.md', write: flowElementsReference },
  { path: 'docs/reference/procedure-words.md', write: procedureWordsReference },
  { path: 'docs/reference/tables.md', write: tablesReference },
];
