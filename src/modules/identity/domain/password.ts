import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { invariant } from '#kernel/errors/index.ts';

// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane; about 30 ms on a small server.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`;

/** A password as it is kept: a PHC string with its own random salt. Never reversible. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, cost);
  return `${prefix}${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Whether a password is the one that was kept. Where nothing was kept (an unknown account) it works just as long and says no, so that
 * the time of the answer does not tell who has an account.
 */
export async function verifyPassword(password: string, kept: string | undefined): Promise<boolean> {
  const parsed = parse(kept ?? nobody);
  const tag = await derive(password, parsed.salt, { ...parsed.cost, tagLength: parsed.tag.length });
  return timingSafeEqual(tag, parsed.tag) && kept !== undefined;
}

const nobody = `${prefix}${unpadded(randomBytes(16))}$${unpadded(randomBytes(cost.tagLength))}`;

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number; readonly tagLength: number };

// NFKC: the same password typed on another keyboard or telephone is the same password (NIST SP 800-63B §5.1.1.2).
const derive = (password: string, nonce: Buffer, withCost: Cost): Promise<Buffer> => new Promise((resolve, reject) => {
  argon2('argon2id', { message: password.normalize('NFKC'), nonce, ...withCost }, (error, tag) => { if (error) reject(error); else resolve(tag); });
});

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function parse(kept: string): { cost: Omit<Cost, 'tagLength'>; salt: Buffer; tag: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(kept);
  invariant(found, 'a kept password is a PHC string of Argon2id');
  const [, memory, passes, parallelism, salt, tag] = found;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt ?? '', 'base64'), tag: Buffer.from(tag ?? '', 'base64'),
  };
}
