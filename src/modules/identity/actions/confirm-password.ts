import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { verifyPassword } from '../domain/password.ts';
import { refuse } from '../errors.ts';
import type { OfficerAccount } from '../store/officers.ts';
import { getAccount } from './officer-login.ts';
import { attemptSucceeded, countOrRefuse } from './throttle.ts';

/** Asks an officer who is logged in for the password again, before something that only they may do; gives their account. Refuses a wrong one, and too many attempts. */
export async function confirmPassword(db: Db, personId: PersonId, typed: { readonly password: string; readonly ip: string }, now: Date): Promise<OfficerAccount> {
  const account = await getAccount(db, personId), attempt = { what: 'officer', account: account.username, ip: typed.ip } as const;
  await countOrRefuse(db, attempt, now);
  if (!await verifyPassword(typed.password, account.passwordHash)) {
    await audit(db, { action: 'identity.password_not_confirmed', subject: `person:${personId}`, person: undefined, at: now });
    refuse('password_wrong');
  }
  await attemptSucceeded(db, attempt);
  return account;
}
