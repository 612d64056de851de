import type { Answers } from '#modules/forms/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { Examination, ExaminationId, Stage } from '../domain/examination.ts';
import { refuse } from '../errors.ts';
import { keepRevision } from './revisions.ts';

const columns = 'entity_id as "entityId", id, examined_id as "examinedId", answers, example, stage, revision, updated_at as "updatedAt"';

/** Who writes, and when. */
export type Writer = { readonly by: PersonId; readonly now: Date };

/** The examination with this id, whoever may see it. */
export async function findExamination(db: Db, id: ExaminationId | undefined): Promise<Examination | undefined> {
  const [row] = id === undefined ? [] : await db.rows<Examination>(`select ${columns} from supervision.examination where id = $1`, [id]);
  return row;
}

/** The examination that an authority made from an example, where it did. */
export async function findExample(db: Db, entityId: EntityId, example: string): Promise<ExaminationId | undefined> {
  const [row] = await db.rows<{ id: ExaminationId }>('select id from supervision.examination where entity_id = $1 and example = $2', [entityId, example]);
  return row?.id;
}

/** A line of the list of examinations. */
export type ExaminationLine = Pick<Examination, 'id' | 'examinedId' | 'stage' | 'example'> & { readonly reference: string; readonly reportNumber: string | null; readonly issuedOn: string | null; readonly recommendations: number };

/** Examinations of an authority, or those an entity was told of, the newest first: `limit` of them before an id. */
export const listExaminations = (db: Db, entityId: EntityId, side: 'examiner' | 'examined', limit: number, before?: ExaminationId): Promise<ExaminationLine[]> =>
  db.rows<ExaminationLine>(`
    select id, examined_id as "examinedId", stage, example, answers->>'referencia' as reference, answers->>'informe_numero' as "reportNumber", answers->>'fecha_emision' as "issuedOn",
      (select count(*)::int from supervision.part p where p.entity_id = e.entity_id and p.examination_id = e.id and p.kind = 'recommendation') as recommendations
    from supervision.examination e where ${side === 'examiner' ? 'entity_id = $1' : `examined_id = $1 and stage = 'notified'`} and ($3::uuid is null or id < $3) order by id desc limit $2`, [entityId, limit, before ?? null]);

/** An examination to be written. */
export type NewExamination = Pick<Examination, 'entityId' | 'id' | 'examinedId' | 'answers' | 'example'>;

/** Writes a new examination. */
export async function insertExamination(tx: Tx, { entityId, id, examinedId, answers, example }: NewExamination, writer: Writer): Promise<void> {
  await tx.rows(`insert into supervision.examination (entity_id, id, examined_id, answers, example, stage, revision, created_at, updated_at, updated_by) values ($1, $2, $3, $4, $5, 'open', 1, $6, $6, $7)`, [entityId, id, examinedId, JSON.stringify(answers), example, writer.now, writer.by]);
  await keepRevision(tx, { entityId, subjectId: id, revision: 1, answers }, writer);
}

/** Keeps what an open examination says of itself; refuses when somebody changed it since `revision`, or when it was issued. */
export async function updateExamination(tx: Tx, { entityId, id, revision }: Pick<Examination, 'entityId' | 'id' | 'revision'>, answers: Answers, writer: Writer): Promise<void> {
  const [row] = await tx.rows(`update supervision.examination set answers = $4, revision = revision + 1, updated_at = $5, updated_by = $6 where entity_id = $1 and id = $2 and revision = $3 and stage = 'open' returning 1`, [entityId, id, revision, JSON.stringify(answers), writer.now, writer.by]);
  if (!row) refuse('changed_meanwhile');
  await keepRevision(tx, { entityId, subjectId: id, revision: revision + 1, answers }, writer);
}

/** Brings an examination from one stage to the next; says whether it was there. */
export async function moveStage(tx: Tx, { entityId, id }: Pick<Examination, 'entityId' | 'id'>, from: Stage, to: Stage, writer: Writer): Promise<boolean> {
  const rows = await tx.rows('update supervision.examination set stage = $4, updated_at = $5, updated_by = $6 where entity_id = $1 and id = $2 and stage = $3 returning 1', [entityId, id, from, to, writer.now, writer.by]);
  return rows.length > 0;
}
