import type { Answers } from '#modules/forms/index.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import type { Examination, ExaminationId } from '../domain/examination.ts';
import { refuse } from '../errors.ts';
import { usualAspects } from '../content/aspects.ts';
import { insertExamination, updateExamination } from '../store/examinations.ts';

/** Somebody of an entity who does something here. */
export type Actor = Person & { readonly entityId: EntityId };

/** Begins an examination of another entity, with the usual aspects; gives its id. */
export async function beginExamination(db: Db, examiner: Actor, examinedId: EntityId, answers: Answers, now: Date): Promise<ExaminationId> {
  if (examinedId === examiner.entityId) refuse('own_entity');
  const id: ExaminationId = newId(now);
  await db.transaction(async (tx) => {
    await insertExamination(tx, { entityId: examiner.entityId, id, examinedId, answers: { aspectos: usualAspects, ...answers }, example: null }, { by: examiner.id, now });
    await audit(tx, { action: 'supervision.examination_begun', subject: `examination:${id}`, person: examiner, detail: { examined: examinedId } });
  });
  return id;
}

/** Keeps what an open examination says of itself; refuses when somebody else changed it since it was read, or when it was issued. */
export const changeExamination = (db: Db, examiner: Actor, examination: Pick<Examination, 'entityId' | 'id' | 'revision'>, answers: Answers, now: Date): Promise<void> => db.transaction(async (tx) => {
  await updateExamination(tx, examination, answers, { by: examiner.id, now });
  await audit(tx, { action: 'supervision.examination_changed', subject: `examination:${examination.id}`, person: examiner });
});
