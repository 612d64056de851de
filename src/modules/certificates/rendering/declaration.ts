import { isRecord } from '#kernel/json.ts';
import type { PublicFact } from '../domain/certificate.ts';

/** What the base sheet says about itself: its title and the lines that anybody may see. */
export type Declaration = { readonly title: string; readonly facts: readonly PublicFact[] };

/** Reads the answer of the compiler to the query for the sheet's declaration; `undefined` where the template has no base sheet. */
export function readDeclaration(answer: unknown): Declaration | undefined {
  const first: unknown = Array.isArray(answer) ? answer[0] : undefined;
  if (!isRecord(first) || typeof first['title'] !== 'string' || !Array.isArray(first['facts'])) return undefined;
  return { title: first['title'], facts: first['facts'].filter(isRecord).map((fact) => ({ label: String(fact['label']), value: String(fact['value']) })) };
}
