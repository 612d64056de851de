import { webcrypto } from 'node:crypto';
import { CryptoEngine } from 'pkijs';

/**
 * The engine that every call to pkijs here names. Left to itself, pkijs takes one from a global of the process, which another version
 * of pkijs inside the signing library also writes: then a whole seal would look broken, depending on who loaded first.
 */
export const cryptoEngine = new CryptoEngine({ name: 'ventanilla', crypto: webcrypto });
