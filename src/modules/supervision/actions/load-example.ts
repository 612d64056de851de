import { audit } from '#kernel/audit/index.ts';
import { isUniqueViolation, type Db, type Tx } from '#kernel/db/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import { digemigReport, type Example, type ExamplePart } from '../content/examples/digemig.ts';
import type { ExaminationId } from '../domain/examination.ts';
import type { PartId } from '../domain/parts.ts';
import { refuse } from '../errors.ts';
import { findExample, insertExamination } from '../store/examinations.ts';
import { insertPart, lockOpen } from '../store/parts.ts';
import type { Actor } from './examinations.ts';

/** Loads the published report as an examination that is being written, marked as an example; where it was loaded before, gives that one. */
export async function loadExample(db: Db, examiner: Actor, entities: readonly { readonly id: EntityId; readonly key: string }[], now: Date): Promise<{ readonly id: ExaminationId; readonly isNew: boolean }> {
  const example = digemigReport, known = await findExample(db, examiner.entityId, example.name);
  if (known !== undefined) return { id: known, isNew: false };
  const examinedId = entities.find(({ key }) => key === example.entity)?.id ?? refuse('entity_not_found'), id: ExaminationId = newId(now);
  if (examinedId === examiner.entityId) refuse('own_entity');
  try {
    await db.transaction((tx) => write(tx, examiner, { id, examinedId }, example, now));
    return { id, isNew: true };
  } catch (caught) {
    // Somebody pressed at the same time: the one that is there is as good.
    if (!isUniqueViolation(caught, 'examination_example')) throw caught;
    return { id: await findExample(db, examiner.entityId, example.name) ?? refuse('examination_not_found'), isNew: false };
  }
}

async function write(tx: Tx, examiner: Actor, { id, examinedId }: { readonly id: ExaminationId; readonly examinedId: EntityId }, example: Example, now: Date): Promise<void> {
  await insertExamination(tx, { entityId: examiner.entityId, id, examinedId, answers: example.answers, example: example.name }, { by: examiner.id, now });
  await lockOpen(tx, examiner.entityId, id);
  await insertParts(tx, examiner, id, example, now);
  await audit(tx, { action: 'supervision.example_loaded', subject: `examination:${id}`, person: examiner });
}

async function insertParts(tx: Tx, { entityId, id: by }: Actor, examinationId: ExaminationId, { parts }: Example, now: Date): Promise<void> {
  const ids = new Map(parts.map(({ code }): [string, PartId] => [code, newId(now)])), idOf = ({ code }: ExamplePart): PartId => ids.get(code) ?? newId(now);
  for (const part of parts) await insertPart(tx, entityId, { id: idOf(part), examinationId, kind: part.kind, code: part.code, parentId: ids.get(part.parent ?? '') ?? null, answers: part.answers }, { by, now });
}
