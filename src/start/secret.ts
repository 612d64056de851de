import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, invariant } from '#kernel/errors/index.ts';

/** A secret of this installation, kept in a file that only its owner reads; made the first time. Two processes that start together agree. */
export function secretFile(folder: string, name: string): Buffer {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  try {
    const file = openSync(path, 'wx', 0o600);
    try { writeSync(file, randomBytes(32).toString('hex')); fsyncSync(file); } finally { closeSync(file); }
  } catch (caught) {
    if (codeOf(caught) !== 'EEXIST') throw caught;
  }
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  invariant(secret.length === 32, `${path} holds 32 bytes in hexadecimal`);
  return secret;
}
