import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FormKey } from './csrf.ts';

/** Cookie that carries a message to the next page, once. It is sealed, so that nobody can put words in our mouth. */
export const noticeCookie = 'aviso';

const seal = (key: FormKey, text: string): string => createHmac('sha256', key).update(`notice:${text}`).digest('base64url').slice(0, 22);

/** The value of the cookie for a message. */
export const writeNotice = (key: FormKey, text: string): string => `${seal(key, text)}.${Buffer.from(text).toString('base64url')}`;

/** The message of a cookie; `undefined` when there is none or it is not ours. */
export function readNotice(key: FormKey, value: string | undefined): string | undefined {
  if (value === undefined || value.length > 2_000) return undefined;
  const [given = '', encoded = ''] = value.split('.');
  const text = Buffer.from(encoded, 'base64url').toString();
  const expected = Buffer.from(seal(key, text));
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), expected) ? text : undefined;
}
