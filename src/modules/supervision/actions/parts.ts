import type { Answers } from '#modules/forms/index.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Examination } from '../domain/examination.ts';
import { findingsOf, nextCode, type Part, type PartId, type PartKind } from '../domain/parts.ts';
import { refuse } from '../errors.ts';
import { deletePart, insertPart, lockOpen, partsMax, partsOf, updatePart } from '../store/parts.ts';
import type { Actor } from './examinations.ts';

/** What is added to an examination: of which kind, with what, below which recommendation. */
export type Adding = { readonly kind: PartKind; readonly answers: Answers; readonly parent?: Part | undefined };

/** Adds a part to an open examination and gives it the next code; refuses where the report was issued, or has as many parts as it may. */
export async function addPart(db: Db, examiner: Actor, examination: Examination, { kind, answers, parent }: Adding, now: Date): Promise<{ readonly id: PartId; readonly code: string }> {
  const id: PartId = newId(now);
  const code = await db.transaction(async (tx) => {
    const codes = await codesIn(tx, examination), next = nextCode(kind, codes, parent?.code);
    await insertPart(tx, examination.entityId, { id, examinationId: examination.id, kind, code: next, parentId: parent?.id ?? null, answers }, { by: examiner.id, now });
    await audit(tx, { action: `supervision.${kind}_added`, subject: `examination:${examination.id}`, person: examiner, detail: { code: next } });
    return next;
  });
  return { id, code };
}

/** Codes of the parts of an open examination, which is locked; refuses one that was issued or is full. */
export async function codesIn(tx: Tx, examination: Examination): Promise<readonly string[]> {
  await lockOpen(tx, examination.entityId, examination.id);
  const parts = await partsOf(tx, examination);
  if (parts.length >= partsMax) refuse('too_many', { max: partsMax });
  return parts.map(({ code }) => code);
}

/** Keeps what was written of a part of an open examination; refuses when somebody else changed it since it was read. */
export const changePart = (db: Db, examiner: Actor, examination: Examination, part: Pick<Part, 'id' | 'revision' | 'kind' | 'code'>, answers: Answers, now: Date): Promise<void> => db.transaction(async (tx) => {
  await lockOpen(tx, examination.entityId, examination.id);
  await updatePart(tx, examination.entityId, part, answers, { by: examiner.id, now });
  await audit(tx, { action: `supervision.${part.kind}_changed`, subject: `examination:${examination.id}`, person: examiner, detail: { code: part.code } });
});

/** Takes a part out of an open examination; refuses a finding that a recommendation names, and a recommendation with others below it. */
export const removePart = (db: Db, examiner: Actor, examination: Examination, part: Part, now: Date): Promise<void> => db.transaction(async (tx) => {
  await lockOpen(tx, examination.entityId, examination.id);
  const parts = await partsOf(tx, examination), user = parts.find((one) => findingsOf(one).includes(part.code));
  if (user) refuse('finding_in_use', { code: part.code, by: user.code });
  if (parts.some(({ parentId }) => parentId === part.id)) refuse('has_children', { code: part.code });
  await deletePart(tx, examination.entityId, part.id);
  await audit(tx, { action: `supervision.${part.kind}_removed`, subject: `examination:${examination.id}`, person: examiner, detail: { code: part.code }, at: now });
});
