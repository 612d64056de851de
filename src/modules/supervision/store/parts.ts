import type { Answers } from '#modules/forms/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Examination, ExaminationId } from '../domain/examination.ts';
import { inOrder, type Part, type PartId } from '../domain/parts.ts';
import { refuse } from '../errors.ts';
import type { Writer } from './examinations.ts';
import { keepRevision } from './revisions.ts';

const columns = 'id, examination_id as "examinationId", kind, code, parent_id as "parentId", answers, revision';

/** Most parts that an examination may have. */
export const partsMax = 400;

/** The parts of an examination, in the order of their codes. */
export async function partsOf(db: Db, { entityId, id }: Pick<Examination, 'entityId' | 'id'>): Promise<readonly Part[]> {
  return inOrder(await db.rows<Part>(`select ${columns} from supervision.part where entity_id = $1 and examination_id = $2 limit ${partsMax}`, [entityId, id]));
}

/** The part with this id, whoever may see it. */
export async function findPart(db: Db, id: PartId | undefined): Promise<(Part & { readonly entityId: EntityId }) | undefined> {
  const [row] = id === undefined ? [] : await db.rows<Part & { entityId: EntityId }>(`select entity_id as "entityId", ${columns} from supervision.part where id = $1`, [id]);
  return row;
}

/** Locks an open examination for whoever changes its parts; refuses one that was issued. */
export async function lockOpen(tx: Tx, entityId: EntityId, id: ExaminationId): Promise<void> {
  const [row] = await tx.rows<{ stage: string }>('select stage from supervision.examination where entity_id = $1 and id = $2 for update', [entityId, id]);
  if (row?.stage !== 'open') refuse('already_issued');
}

/** Writes a new part of an examination that is locked. */
export async function insertPart(tx: Tx, entityId: EntityId, part: Omit<Part, 'revision'>, writer: Writer): Promise<void> {
  const { id, examinationId, kind, code, parentId, answers } = part;
  await tx.rows('insert into supervision.part (entity_id, id, examination_id, kind, code, parent_id, answers, revision, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)', [entityId, id, examinationId, kind, code, parentId, JSON.stringify(answers), writer.now, writer.by]);
  await keepRevision(tx, { entityId, subjectId: id, revision: 1, answers }, writer);
}

/** Keeps what was written of a part; refuses when somebody changed it since. */
export async function updatePart(tx: Tx, entityId: EntityId, { id, revision }: Pick<Part, 'id' | 'revision'>, answers: Answers, writer: Writer): Promise<void> {
  const [row] = await tx.rows('update supervision.part set answers = $4, revision = revision + 1, updated_at = $5, updated_by = $6 where entity_id = $1 and id = $2 and revision = $3 returning 1', [entityId, id, revision, JSON.stringify(answers), writer.now, writer.by]);
  if (!row) refuse('changed_meanwhile');
  await keepRevision(tx, { entityId, subjectId: id, revision: revision + 1, answers }, writer);
}

/** Takes a part out of an examination that is locked; what was written of it stays among the revisions. */
export async function deletePart(tx: Tx, entityId: EntityId, id: PartId): Promise<void> {
  await tx.rows('delete from supervision.part where entity_id = $1 and id = $2', [entityId, id]);
}
