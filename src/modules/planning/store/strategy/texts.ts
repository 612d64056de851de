import type { Db, Tx } from '#kernel/db/index.ts';
import type { Person } from '#kernel/access.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { StrategyId } from './strategies.ts';

/** What was written in a section, by whom and when. */
export type SectionText = { readonly section: string; readonly body: string; readonly revision: number; readonly updatedAt: Date; readonly updatedName: string };

/** Which section of which strategy. */
export type Place = { readonly entityId: EntityId; readonly strategyId: StrategyId; readonly section: string };

const columns = 'section, body, revision, updated_at as "updatedAt", updated_name as "updatedName"';

/** Everything that is written in a strategy, also in sections of procedures that were taken out. */
export const textsOf = (db: Db, entityId: EntityId, id: StrategyId): Promise<SectionText[]> =>
  db.rows<SectionText>(`select ${columns} from planning.strategy_text where entity_id = $1 and strategy_id = $2`, [entityId, id]);

/** Keeps a text that was made from a revision, 0 where there was none; gives the next revision, or nothing where somebody else has written meanwhile. */
export async function keepText(tx: Tx, { entityId, strategyId, section }: Place, body: string, revision: number, by: Person, now: Date): Promise<number | undefined> {
  const [kept] = await tx.rows<{ revision: number }>(`
    insert into planning.strategy_text as t (entity_id, strategy_id, section, body, revision, updated_at, updated_by, updated_name) select $1, $2, $3, $4, 1, $6, $7, $8
    where $5 = 0 or exists (select from planning.strategy_text where entity_id = $1 and strategy_id = $2 and section = $3)
    on conflict (entity_id, strategy_id, section) do update set body = excluded.body, revision = t.revision + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by, updated_name = excluded.updated_name
    where t.revision = $5 returning revision`, [entityId, strategyId, section, body, revision, now, by.id, by.name]);
  if (kept === undefined) return undefined;
  await tx.rows('insert into planning.strategy_text_revision (entity_id, strategy_id, section, revision, body, at, by, name) values ($1, $2, $3, $4, $5, $6, $7, $8)', [entityId, strategyId, section, kept.revision, body, now, by.id, by.name]);
  return kept.revision;
}

/** A state that a section has had. */
export type TextRevision = { readonly revision: number; readonly body: string; readonly at: Date; readonly name: string };

/** The states of a section, the newest first: `limit` of them before a revision. */
export const revisionsOf = (db: Db, { entityId, strategyId, section }: Place, limit: number, before?: number): Promise<TextRevision[]> =>
  db.rows<TextRevision>(`
    select revision, body, at, name from planning.strategy_text_revision
    where entity_id = $1 and strategy_id = $2 and section = $3 and ($4::int is null or revision < $4) order by revision desc limit $5`, [entityId, strategyId, section, before ?? null, limit]);
