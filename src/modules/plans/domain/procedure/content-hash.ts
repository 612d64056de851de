import { createHash } from 'node:crypto';
import { canonicalContent } from '../plan/content.ts';
import type { Plan } from '../plan/plan.ts';

/** SHA-256 over the canonical text of what a plan says with its entity, name, version and years, in hexadecimal; and that text. */
export function frozenContent({ entityId, title, fromYear, toYear, version, content }: Pick<Plan, 'entityId' | 'title' | 'fromYear' | 'toYear' | 'version' | 'content'>): { readonly text: string; readonly sha256: string } {
  const text = canonicalContent({ ...content, entidad: entityId, titulo: title, desde: fromYear, hasta: toYear, version });
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}
