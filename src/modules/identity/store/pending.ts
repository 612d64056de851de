import type { Db } from '#kernel/db/index.ts';

/** A login that has begun, under the hash of its cookie. */
export type Pending = { readonly kind: 'citizen' | 'officer'; readonly payloadSealed: Buffer };

const lifeSeconds = { citizen: 900, officer: 600 } as const satisfies Record<Pending['kind'], number>;

/** Remembers a login that has begun, for some minutes; again under the same cookie replaces it without giving it more time. */
export async function savePending(db: Db, hash: Buffer, pending: Pending, now: Date): Promise<void> {
  await db.rows(`
    insert into identity.pending_login (token_hash, kind, payload_sealed, expires_at) values ($1, $2, $3, $4)
    on conflict (token_hash) do update set payload_sealed = excluded.payload_sealed`,
  [hash, pending.kind, pending.payloadSealed, new Date(now.getTime() + lifeSeconds[pending.kind] * 1000)]);
}

/** The login that has begun under this cookie. */
export async function findPending(db: Db, hash: Buffer, kind: Pending['kind'], now: Date): Promise<Buffer | undefined> {
  const [row] = await db.rows<{ payload: Buffer }>('select payload_sealed as payload from identity.pending_login where token_hash = $1 and kind = $2 and expires_at > $3', [hash, kind, now]);
  return row?.payload;
}

/** The same, and forgets it: what the provider answers can be used once. */
export async function takePending(db: Db, hash: Buffer, kind: Pending['kind'], now: Date): Promise<Buffer | undefined> {
  const [row] = await db.rows<{ payload: Buffer }>('delete from identity.pending_login where token_hash = $1 and kind = $2 and expires_at > $3 returning payload_sealed as payload', [hash, kind, now]);
  return row?.payload;
}
