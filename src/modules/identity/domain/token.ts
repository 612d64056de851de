import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as a cookie carries them. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A token as it is kept: who reads the table can't make the cookie from it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Names of our cookies. Over https the prefix makes the browser refuse one that another host or a plain connection has set (RFC 6265bis §4.1.3.2). */
export const cookieNames = (https: boolean): { readonly session: string; readonly login: string } =>
  (https ? { session: '__Host-sesion', login: '__Host-ingreso' } : { session: 'sesion', login: 'ingreso' });
