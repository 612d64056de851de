import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as a cookie carries them. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A token as it is kept: who reads the table can't make the cookie from it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Names of our cookies. Over https the prefix makes the browser refuse one that another host or a plain connection has set (RFC 6265bis §4.1.3.2). */
export const cookieNames = (https: boolean): { readonly session: string; readonly former: string; readonly login: string; readonly typed: string } =>
  (https ? { session: '__Host-sesion', former: '__Host-sesion-anterior', login: '__Host-ingreso', typed: '__Host-escrito' } : { session: 'sesion', former: 'sesion-anterior', login: 'ingreso', typed: 'escrito' });

/** Whether a cookie has the form of a token of ours. */
export const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text);
