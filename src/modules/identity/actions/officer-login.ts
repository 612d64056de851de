import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { verifyPassword } from '../domain/password.ts';
import { recoveryHash } from '../domain/recovery.ts';
import { matchTotp, totpCode, totpStep } from '../domain/totp.ts';
import { parseUsername } from '../domain/username.ts';
import { refuse } from '../errors.ts';
import { unseal } from '../keys.ts';
import { findAccount, findAccountByUsername, useRecoveryCode, useTotpStep, type OfficerAccount } from '../store/officers.ts';
import { findPersonRow, toPerson } from '../store/persons.ts';
import type { Wiring } from '../wiring.ts';
import { attemptSucceeded, countOrRefuse } from './throttle.ts';

/**
 * The account whose user name and password these are, or nobody: unknown name, wrong password and disabled account take the same time and
 * give the same answer. Refuses when there were too many attempts.
 */
export async function checkOfficerPassword(db: Db, typed: { readonly username: string; readonly password: string; readonly ip: string }, now: Date): Promise<OfficerAccount | undefined> {
  const username = parseUsername(typed.username) ?? typed.username.slice(0, 200);
  const attempt = { what: 'officer', account: username, ip: typed.ip } as const;
  await countOrRefuse(db, attempt, now);
  const account = await findAccountByUsername(db, username);
  const isRight = await verifyPassword(typed.password, account?.passwordHash) && account?.isDisabled === false;
  if (!isRight) {
    // An unknown name is written down too, without the name: it takes as long, and shows that somebody tries many.
    await audit(db, { action: 'identity.login_failed', subject: `person:${account?.personId ?? 'unknown'}`, person: undefined });
    return undefined;
  }
  await attemptSucceeded(db, attempt);
  return account;
}

/** Whether this is the account's code of now, or one of its recovery codes. Each opens once. Refuses when there were too many attempts. */
export async function checkOfficerCode(db: Db, wiring: Pick<Wiring, 'keys' | 'demo'>, account: OfficerAccount, typed: { readonly code: string; readonly ip: string }, now: Date): Promise<boolean> {
  const attempt = { what: 'code', account: account.personId, ip: typed.ip } as const;
  await countOrRefuse(db, attempt, now);
  const isRight = await checkTotp(db, wiring, account, typed.code, now) || await useRecoveryCode(db, account.personId, recoveryHash(typed.code));
  if (isRight) await attemptSucceeded(db, attempt);
  else await audit(db, { action: 'identity.login_failed', subject: `person:${account.personId}`, person: undefined });
  return isRight;
}

// A code that the page itself shows proves nothing, so demo accounts may use theirs twice.
async function checkTotp(db: Db, wiring: Pick<Wiring, 'keys' | 'demo'>, account: OfficerAccount, code: string, now: Date): Promise<boolean> {
  const secret = totpSecret(wiring, account);
  if (secret === undefined) return false;
  const isShown = showsCode(wiring, account);
  const step = matchTotp(secret, code, now, isShown ? undefined : account.totpLastStep ?? undefined);
  if (step === undefined) return false;
  return await useTotpStep(db, account.personId, step) || isShown;
}

/** The code that a demonstration shows beside the question for it; `undefined` everywhere else. */
export function demoCode(wiring: Pick<Wiring, 'keys' | 'demo'>, account: OfficerAccount, now: Date): string | undefined {
  const secret = showsCode(wiring, account) ? totpSecret(wiring, account) : undefined;
  return secret && totpCode(secret, totpStep(now));
}

const showsCode = ({ demo }: Pick<Wiring, 'demo'>, account: OfficerAccount): boolean => demo && account.isDemo;

function totpSecret({ keys }: Pick<Wiring, 'keys'>, { personId, totpSealed }: OfficerAccount): Buffer | undefined {
  const text = totpSealed === null ? undefined : unseal(keys, `totp.${personId}`, totpSealed);
  return text === undefined ? undefined : Buffer.from(text, 'base64');
}

/** The account of an officer who is in the middle of logging in, or of changing something of their own. */
export async function getAccount(db: Db, personId: PersonId): Promise<OfficerAccount> {
  const account = (await findAccount(db, personId)) ?? refuse('person_not_found');
  return account.isDisabled ? refuse('account_disabled') : account;
}

/** The person of an account. */
export async function personOf(db: Db, account: OfficerAccount): Promise<Person> {
  const row = await findPersonRow(db, account.personId);
  invariant(row, 'an account belongs to a person');
  return toPerson(row);
}
