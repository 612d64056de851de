import { createHash } from 'node:crypto';
import { shortCode } from '#kernel/ids.ts';

const codesPerPerson = 10;

/** New recovery codes: each opens once, when the telephone with the authenticator is lost. About 58 bits each. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: codesPerPerson }, () => shortCode(12));

/** A recovery code as it is kept. Typed small or without hyphens it is the same code. The codes are random, so one round of hashing is enough. */
export const recoveryHash = (typed: string): string =>
  createHash('sha256').update(typed.toUpperCase().replace(/[^0-9A-Z]/g, '')).digest('hex');
