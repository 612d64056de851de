import { createHash } from 'node:crypto';

/**
 * JSON in one form only: members sorted by UTF-16 code unit, no white space, nothing `undefined` (RFC 8785, for what facts hold). The text is what is
 * stored and hashed, because a database keeps neither the order of members nor the form of numbers.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** Hash before the first fact of a case: nothing came earlier. */
export const genesis = '0'.repeat(64);

/** The link of a fact: SHA-256 over the hash before it, a line feed, and the fact's own canonical text; hexadecimal. */
export const linkHash = (previous: string, text: string): string => createHash('sha256').update(`${previous}\n${text}`).digest('hex');
