import { audit } from '#kernel/audit/index.ts';
import { randomBytes } from 'node:crypto';
import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { newRecoveryCodes, recoveryHash } from '../domain/recovery.ts';
import { matchTotp } from '../domain/totp.ts';
import { seal, type Keys } from '../keys.ts';
import { replaceRecoveryCodes, updateTotp } from '../store/officers.ts';

/** A new secret for a second factor, base64; 160 bits, as RFC 4226 §4 recommends. */
export const newTotpSecret = (): string => randomBytes(20).toString('base64');

/** Keeps a second factor once its first code was right, and gives the recovery codes, which are shown this once; `undefined` when the code was wrong. */
export async function enrolTotp(db: Db, keys: Keys, personId: PersonId, secret: string, code: string, now: Date): Promise<readonly string[] | undefined> {
  const step = matchTotp(Buffer.from(secret, 'base64'), code, now, undefined);
  if (step === undefined) return undefined;
  const codes = newRecoveryCodes();
  await db.transaction(async (tx) => {
    await updateTotp(tx, personId, seal(keys, `totp.${personId}`, secret), step);
    await replaceRecoveryCodes(tx, personId, codes.map(recoveryHash));
    await audit(tx, { action: 'identity.second_factor_enrolled', subject: `person:${personId}`, person: undefined });
  });
  return codes;
}
