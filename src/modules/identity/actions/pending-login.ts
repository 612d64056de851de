import { createHash } from 'node:crypto';
import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { newToken, tokenHash } from '../domain/token.ts';
import { seal, unseal, type Keys } from '../keys.ts';
import { findPending, savePending, takePending } from '../store/pending.ts';

/** What must be remembered between the steps of a login, sealed, under a cookie of its own that opens nothing else. */
export type PendingLogin = {
  readonly citizen: { readonly state: string; readonly nonce: string; readonly verifier: string; readonly returnTo: string };
  /** `mark` is of the password that was right: another one, set meanwhile by whoever was warned, ends what was begun with the one before. */
  readonly officer: { readonly personId: PersonId; readonly mark: string; readonly returnTo: string; readonly codePassed: boolean; readonly enrolSecret?: string };
};

type Kind = keyof PendingLogin;

/** What tells one password of an account from the next; it is kept sealed, and gives nothing away. */
export const passwordMark = ({ passwordHash }: { readonly passwordHash: string }): string => createHash('sha256').update(passwordHash).digest('base64url');

/** Remembers the beginning of a login and gives the value of its cookie. */
export async function beginPending<K extends Kind>(db: Db, keys: Keys, kind: K, pending: PendingLogin[K], now: Date, token = newToken()): Promise<string> {
  await savePending(db, tokenHash(token), { kind, payloadSealed: seal(keys, `pending.${kind}`, JSON.stringify(pending)) }, now);
  return token;
}

/** The login that was begun under this cookie, if it is not too old. */
export async function readPending<K extends Kind>(db: Db, keys: Keys, kind: K, token: string | undefined, now: Date): Promise<PendingLogin[K] | undefined> {
  return token === undefined ? undefined : opened(keys, kind, await findPending(db, tokenHash(token), kind, now));
}

/** The same, once: it is forgotten in the same statement. */
export async function usePending<K extends Kind>(db: Db, keys: Keys, kind: K, token: string | undefined, now: Date): Promise<PendingLogin[K] | undefined> {
  return token === undefined ? undefined : opened(keys, kind, await takePending(db, tokenHash(token), kind, now));
}

function opened<K extends Kind>(keys: Keys, kind: K, sealed: Buffer | undefined): PendingLogin[K] | undefined {
  const text = sealed && unseal(keys, `pending.${kind}`, sealed);
  return text === undefined ? undefined : JSON.parse(text);
}
