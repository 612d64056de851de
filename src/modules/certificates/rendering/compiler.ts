import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The only folder that a source may read from: the templates of this module. */
export const workspace = fileURLToPath(new URL('../templates', import.meta.url));

/** Starts the compiler. Its program is a tenth of a process at rest, and most processes of an installation print nothing: so it is loaded here, not where it is named. */
export function startCompiler(): NodeCompiler {
  const typst = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');
  return typst.NodeCompiler.create({ workspace });
}
