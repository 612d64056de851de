import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { shortCode, type PersonId } from '#kernel/ids.ts';
import { hashPassword } from '../domain/password.ts';
import { replaceRecoveryCodes, updatePassword, updateTotp } from '../store/officers.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

const lettersOfPassword = 16;

/** Gives an officer a new first password, which they must change, and closes their sessions. The second factor stays. */
export async function resetPassword(db: Db, personId: PersonId, by: Person | undefined): Promise<{ readonly password: string }> {
  const password = shortCode(lettersOfPassword), passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await updatePassword(tx, personId, passwordHash, true);
    await deleteSessionsOf(tx, personId);
    await audit(tx, { action: 'identity.password_reset', subject: `person:${personId}`, person: by });
  });
  return { password };
}

/** Takes away an officer's second factor and recovery codes, and closes their sessions: they enrol a new one at the next login. The password stays. */
export async function resetSecondFactor(db: Db, personId: PersonId, by: Person | undefined): Promise<void> {
  await db.transaction(async (tx) => {
    await updateTotp(tx, personId, undefined, undefined);
    await replaceRecoveryCodes(tx, personId, []);
    await deleteSessionsOf(tx, personId);
    await audit(tx, { action: 'identity.second_factor_reset', subject: `person:${personId}`, person: by });
  });
}
