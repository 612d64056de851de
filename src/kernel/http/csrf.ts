import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { html, type Html } from '../html/html.ts';
import { refuse } from './errors.ts';

/** Name of the hidden field that every form carries. */
export const csrfField = '_csrf';

/** The secret of forms and notices. As a `KeyObject` it is made ready once, which is most of what a token costs. */
export type FormKey = Buffer | KeyObject;

/** The token of one visitor: bound to the session, or to the anonymous visit, so that another site can neither guess nor reuse it. */
export const csrfToken = (key: FormKey, binding: string): string => createHmac('sha256', key).update(`csrf:${binding}`).digest('base64url');

/** The hidden field with the token. */
export const csrfInput = (token: string): Html => html`<input type="hidden" name="${csrfField}" value="${token}">`;

/** Whether a form's token is the one of this session or visit. */
export function isTokenOf(key: FormKey, binding: string | undefined, given: unknown): boolean {
  if (binding === undefined || typeof given !== 'string') return false;
  const expected = Buffer.from(csrfToken(key, binding));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Refuses a form whose token is not the visitor's own. */
export function checkCsrf(key: FormKey, binding: string | undefined, given: unknown): void {
  if (!isTokenOf(key, binding, given)) refuse('form_expired');
}

/** Refuses what a browser says was sent by a page of another site. */
export function checkOrigin(headers: Readonly<Record<string, string | undefined>>, ownOrigins: readonly string[]): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('form_expired');
  const origin = headers.origin;
  if (origin !== undefined && !ownOrigins.includes(origin)) refuse('form_expired');
}
