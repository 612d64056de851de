import { refuse } from './errors.ts';

/** A value as text. NUL can't be stored as text, and nobody types one. */
export const plainText = (value: unknown): string => String(value ?? '').replaceAll('\u0000', '');

/** The parameters of an address, as texts that can be stored. */
export function plainParams(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.values(params).some((value) => value.includes('\u0000')) ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, plainText(value)])) : params;
}

const depthMax = 32;

/** A JSON document with texts that can be stored, at every depth. Refuses one that is nested deeper than any of ours. */
export function plainJson(value: unknown, depth = 0): unknown {
  if (depth > depthMax) return refuse('unreadable');
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map((one) => plainJson(one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [plainText(name), plainJson(one, depth + 1)]));
}
