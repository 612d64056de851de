import { csrfOf, type Visit } from './context.ts';
import { Packed } from './packed.ts';
import type { ServerDeps } from './deps.ts';
import type { PageContent } from './types.ts';

/**
 * The page in its frame, as this visitor sees it. Whoever is not logged in sees what everybody sees: where a handler gives the very same content
 * again, as the catalogue does, it is framed and compressed only once for each address.
 */
export function framed(deps: ServerDeps, content: PageContent, visit: Visit, path: string): Packed {
  const known = isForEverybody(visit) ? everybodys.get(content) : undefined;
  if (known?.path === path) return known.document;
  const document = new Packed(deps.frame(content, { path, person: visit.person, notice: visit.notice, csrf: () => csrfOf(deps.key, visit), section: content.section }));
  if (isForEverybody(visit)) everybodys.set(content, { path, document });
  return document;
}

// A page goes when its content does. It is kept for one address at a time, so that invented queries cannot fill the memory.
const everybodys = new WeakMap<PageContent, { readonly path: string; readonly document: Packed }>();

const isForEverybody = (visit: Visit): boolean => visit.person === undefined && visit.notice === undefined && !visit.csrfUsed;
