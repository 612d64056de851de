/** Real servers for tests, each on a free port of loopback with a folder of its own that goes away with it. */
export { startChromium } from './chromium.ts';
export { eicar, startClamd } from './clamd.ts';
export { lacking } from './lacking.ts';
export { openidcPort, openidcRedirect, startOpenidcClient } from './openidc-client.ts';
export type { OpenidcClient } from './openidc-client.ts';
export { openssl } from './openssl.ts';
export { freePort } from './ports.ts';
export { startPostgres } from './postgres.ts';
export type { PostgresKind, TestPostgres } from './postgres.ts';
export { startSmtp } from './smtp.ts';
export type { Letter, TestSmtp } from './smtp.ts';
export { makeToken } from './softhsm.ts';
export type { TestToken } from './softhsm.ts';
export { startTimestampAuthority } from './timestamp-authority.ts';
export type { TestTimestampAuthority } from './timestamp-authority.ts';
