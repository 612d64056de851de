import { createCipheriv, createDecipheriv, generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#kernel/errors/index.ts';
import { refuse } from './errors.ts';

/**
 * The secrets of this installation. The first of each list is in use; the others still open what was made with them. They live in one file that only the process may read, outside the database, so that a stolen backup opens nothing.
 */
export type Keys = {
  /** 32 bytes, base64, for AES-256-GCM. */
  readonly sealing: readonly { readonly id: string; readonly key: string }[];
  /** Private RSA keys with `kid`, with which the embedded provider signs identity tokens. */
  readonly signing: readonly JsonWebKey[];
  /** With which the embedded provider signs its cookies. */
  readonly cookies: readonly string[];
  /** What our own client tells the embedded provider. */
  readonly clientSecret: string;
};

/** How many generations of what signs are kept: the one in use, and those with which what was signed before is still checked. */
export const generationsMax = 3;

const fileName = 'identidad.json';

/** The keys of a data folder, made at the first start. Two processes that start at once agree on the same file. */
export function openKeys(dataFolder: string): Keys {
  const file = keysFile(dataFolder);
  if (!existsSync(file)) writeFirst(file, newKeys());
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    return refuse('keys_unreadable', { file }, cause);
  }
}

/**
 * Puts new keys in front of the old ones. What was sealed stays readable for good, because second factors are; signatures and cookies of the
 * stand-in until the second rotation after this one. Running processes go on with what they have until they are started again.
 */
export function rotateKeys(dataFolder: string): Keys {
  const old = openKeys(dataFolder), made = newKeys();
  const kept = <Each>(first: readonly Each[], rest: readonly Each[]): readonly Each[] => [...first, ...rest].slice(0, generationsMax);
  const keys: Keys = {
    sealing: [...made.sealing, ...old.sealing], signing: kept(made.signing, old.signing), cookies: kept(made.cookies, old.cookies), clientSecret: made.clientSecret,
  };
  const fresh = writeBeside(keysFile(dataFolder), keys);
  renameSync(fresh, keysFile(dataFolder));
  return keys;
}

/** Text that only the holder of the keys can read, and only for the same purpose: the purpose is authenticated with it. */
export function seal({ sealing: [current] }: Pick<Keys, 'sealing'>, purpose: string, text: string): Buffer {
  invariant(current, 'a key file has at least one sealing key');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(current.key, 'base64'), nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from(current.id, 'hex'), nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made; `undefined` when the key is gone, the purpose is another, or a byte was changed. */
export function unseal({ sealing }: Pick<Keys, 'sealing'>, purpose: string, sealed: Buffer): string | undefined {
  const id = sealed.subarray(0, 4).toString('hex');
  const found = sealing.find((key) => key.id === id);
  if (found === undefined) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(found.key, 'base64'), sealed.subarray(4, 16), { authTagLength: 16 }).setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(16, 32));
    return Buffer.concat([decipher.update(sealed.subarray(32)), decipher.final()]).toString('utf8');
  } catch {
    return undefined; // not authentic: whoever asks treats it as absent
  }
}

/** Where the keys of a data folder are. */
export const keysFile = (dataFolder: string): string => join(dataFolder, 'claves', fileName);

function newKeys(): Keys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(6).toString('hex');
  return {
    sealing: [{ id: randomBytes(4).toString('hex'), key: randomBytes(32).toString('base64') }],
    signing: [{ ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }],
    cookies: [randomBytes(32).toString('base64url')],
    clientSecret: randomBytes(32).toString('base64url'),
  };
}

// A link fails where the name exists already: the slower of two first starts throws its keys away and reads the other's.
function writeFirst(file: string, keys: Keys): void {
  const fresh = writeBeside(file, keys);
  try { linkSync(fresh, file); } catch { /* the other process was first */ } finally { rmSync(fresh, { force: true }); }
}

function writeBeside(file: string, keys: Keys): string {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(fresh, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return fresh;
}
