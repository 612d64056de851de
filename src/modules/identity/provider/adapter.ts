import { errors, type Adapter, type Payload } from 'oidc-provider';
import type { Db } from '#kernel/db/index.ts';

/**
 * What the embedded provider must remember, in one table: it survives a restart and is shared by all processes.
 * Rows that have expired are not given any more, and swept away once an hour.
 */
export function oidcAdapter(db: Db): (kind: string) => Adapter {
  return (kind) => ({
    upsert: async (id, payload, expiresIn) => {
      await db.rows(upsertSql, [kind, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, expiresIn ?? null]);
    },
    find: (id) => findOne(db, 'kind = $1 and id = $2', [kind, id]),
    findByUid: (uid) => findOne(db, 'kind = $1 and uid = $2', [kind, uid]),
    findByUserCode: async () => undefined, // only the device flow has user codes, and it is off
    consume: async (id) => {
      // Of two that come with the same code at once, one finds it used.
      const used = await db.rows(`update identity.oidc_model set payload = payload || jsonb_build_object('consumed', extract(epoch from now())::int) where kind = $1 and id = $2 and not payload ? 'consumed' returning 1`, [kind, id]);
      if (used.length === 0) throw new errors.InvalidGrant();
    },
    destroy: async (id) => { await db.rows('delete from identity.oidc_model where kind = $1 and id = $2', [kind, id]); },
    revokeByGrantId: async (grantId) => { await db.rows('delete from identity.oidc_model where grant_id = $1', [grantId]); },
  });
}

const upsertSql = `
  insert into identity.oidc_model (kind, id, payload, grant_id, uid, expires_at)
  values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6::int))
  on conflict (kind, id) do update set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`;

async function findOne(db: Db, where: string, params: readonly string[]): Promise<Payload | undefined> {
  const [row] = await db.rows<{ payload: Payload }>(`select payload from identity.oidc_model where ${where} and (expires_at is null or expires_at > now())`, params);
  return row?.payload;
}
