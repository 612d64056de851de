import { hash } from 'node:crypto';

/**
 * JSON in one form only: members sorted by UTF-16 code unit, no white space, nothing `undefined` (RFC 8785, for what facts hold). The text is what is
 * stored and hashed, because a database keeps neither the order of members nor the form of numbers.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  let members = '';
  for (const name of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, name);
    if (member !== undefined) members += `${members === '' ? '' : ','}${quoted(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

// Most texts have nothing to escape, and every step of every case passes here.
const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));
const plain = /^[^"\\\p{Cc}\p{Cs}]*$/u;

/** Hash before the first fact of a case: nothing came earlier. */
export const genesis = '0'.repeat(64);

/** The link of a fact: SHA-256 over the hash before it, a line feed, and the fact's own canonical text; hexadecimal. */
export const linkHash = (previous: string, text: string): string => hash('sha256', `${previous}\n${text}`);
