import type { Answers } from '#modules/forms/index.ts';
import type { Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Writer } from './examinations.ts';

/** What was written of an examination or a part of one. */
export type Written = { readonly entityId: EntityId; readonly subjectId: string; readonly revision: number; readonly answers: Answers };

/** Keeps one state of what was written, for good. */
export async function keepRevision(tx: Tx, { entityId, subjectId, revision, answers }: Written, { by, now }: Writer): Promise<void> {
  await tx.rows('insert into supervision.revision (entity_id, subject_id, revision, answers, at, by) values ($1, $2, $3, $4, $5, $6)', [entityId, subjectId, revision, JSON.stringify(answers), now, by]);
}
