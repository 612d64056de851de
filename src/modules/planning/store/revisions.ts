import type { Db } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { Origin } from '../domain/inventory/entry.ts';
import { refuse } from '../errors.ts';

/** A state that an entry has had: what was declared, where it came from, when, and by whom. */
export type Revision = { readonly revision: number; readonly answers: Answers; readonly origin: Origin; readonly at: Date; readonly by: PersonId | null };

const columns = 'revision, answers, origin, at, by';

/** The states of an entry, the newest first; `limit` of them below a revision. */
export const revisionsOf = (db: Db, entityId: EntityId, procedureId: string, below: number | undefined, limit: number): Promise<Revision[]> =>
  db.rows<Revision>(`select ${columns} from planning.entry_revision where entity_id = $1 and procedure_id = $2 and ($3::int is null or revision < $3) order by revision desc limit $4`, [entityId, procedureId, below ?? null, limit]);

/** One state of an entry, or a refusal. */
export async function getRevision(db: Db, entityId: EntityId, procedureId: string, revision: number): Promise<Revision> {
  const [row] = await db.rows<Revision>(`select ${columns} from planning.entry_revision where entity_id = $1 and procedure_id = $2 and revision = $3`, [entityId, procedureId, revision]);
  return row ?? refuse('revision_not_found');
}
