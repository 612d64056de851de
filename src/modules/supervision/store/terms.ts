import type { Db } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import { defaultTerms, termKeys, type TermKey, type Terms } from '../domain/follow-up/terms.ts';

/** The terms of an authority; those of the program until it sets its own. */
export async function termsOf(db: Db, entityId: EntityId): Promise<Terms> {
  const rows = await db.rows<{ key: TermKey; days: number; norm: string }>('select key, days, norm from supervision.term where entity_id = $1', [entityId]);
  return { ...defaultTerms, ...Object.fromEntries(rows.map(({ key, days, norm }) => [key, { days, norm: norm === '' ? undefined : norm }])) };
}

/** Sets the terms of an authority. What already runs goes on as it began. */
export async function setTerms(db: Db, entityId: EntityId, terms: Terms, by: PersonId, now: Date): Promise<void> {
  await db.rows(`
    insert into supervision.term (entity_id, key, days, norm, set_at, set_by) select $1, k, d, n, $5, $6 from unnest($2::text[], $3::int[], $4::text[]) t(k, d, n)
    on conflict (entity_id, key) do update set days = excluded.days, norm = excluded.norm, set_at = excluded.set_at, set_by = excluded.set_by`,
  [entityId, termKeys, termKeys.map((key) => terms[key].days), termKeys.map((key) => terms[key].norm ?? ''), now, by]);
}
