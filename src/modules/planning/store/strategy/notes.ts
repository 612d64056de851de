import type { Person } from '#kernel/access.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, Id } from '#kernel/ids.ts';
import type { Note } from '../../domain/strategy/threads.ts';
import type { StrategyId } from './strategies.ts';
import type { Place } from './texts.ts';

export type NoteId = Id<'strategy-note'>;

const notesMax = 2_000;

/** What was said about a strategy, or about one section of it, in the order in which it was said. */
export const notesOf = (db: Db, entityId: EntityId, id: StrategyId, section?: string): Promise<Note[]> =>
  db.rows<Note>(`
    select id, section, thread, kind, body, at, name from planning.strategy_note
    where entity_id = $1 and strategy_id = $2 and ($3::text is null or section = $3) order by at, id limit ${notesMax}`, [entityId, id, section ?? null]);

/** Writes down what somebody said, once however often it comes; a comment begins a thread of its own. */
export async function insertNote(tx: Tx, { entityId, strategyId, section }: Place, { id, thread = id, kind, body }: Pick<Note, 'kind' | 'body'> & { readonly id: NoteId; readonly thread?: string }, by: Person, now: Date): Promise<void> {
  await tx.rows(`
    insert into planning.strategy_note (entity_id, strategy_id, id, section, thread, kind, body, at, by, name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (entity_id, strategy_id, id) do nothing`, [entityId, strategyId, id, section, thread, kind, body, now, by.id, by.name]);
}
