import { audit } from '#kernel/audit/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Answers } from '#modules/forms/index.ts';
import { findCheck } from '../checks/index.ts';
import type { Examination } from '../domain/examination.ts';
import { nextCode, rowsOf, textOf, type PartId } from '../domain/parts.ts';
import { isPublicPage, type Result } from '../domain/results.ts';
import { refuse } from '../errors.ts';
import { insertPart } from '../store/parts.ts';
import { keepTurned, sayOf } from '../store/results.ts';
import type { Actor } from './examinations.ts';
import { codesIn } from './parts.ts';

/** Sets a result aside with its reason, or takes that back. Refuses where somebody else has said something about it since. */
export const judgeResult = (db: Db, actor: Actor, result: Result, dismissed: boolean, reason: string, now: Date): Promise<void> => db.transaction(async (tx) => {
  if (!(await sayOf(tx, result, dismissed, reason, actor, now))) refuse('changed_meanwhile');
  await audit(tx, { action: dismissed ? 'supervision.result_dismissed' : 'supervision.result_restored', subject: `result:${result.id}`, person: actor, entityId: result.entityId });
});

/** Makes a finding of an open examination out of a result, with condition, criterion and evidence filled in; gives its id and code. */
export const turnIntoFinding = (db: Db, examiner: Actor, examination: Examination, result: Result, now: Date): Promise<{ readonly id: PartId; readonly code: string }> => db.transaction(async (tx) => {
  const id: PartId = newId(now), code = nextCode('finding', await codesIn(tx, examination));
  await insertPart(tx, examination.entityId, { id, examinationId: examination.id, kind: 'finding', code, parentId: null, answers: findingOf(result, examination.answers) }, { by: examiner.id, now });
  await keepTurned(tx, result, { examinationId: examination.id, examinerId: examination.entityId, partId: id }, examiner.id, now);
  await audit(tx, { action: 'supervision.finding_added', subject: `examination:${examination.id}`, person: examiner, detail: { code, result: result.id } });
  return { id, code };
});

function findingOf({ checkKey, says, href, firstSeen, lastSeen }: Result, examination: Answers): Answers {
  const found = findCheck(checkKey), aspect = textOf(rowsOf(examination, 'aspectos')[found?.aspect ?? 0] ?? {}, 'nombre');
  const seen = `Comprobación automática «${found?.name ?? checkKey}»: se vio por primera vez el ${sayDay(localDateOf(firstSeen))} y seguía igual el ${sayDay(localDateOf(lastSeen))}.`;
  return {
    tipo: 'deficiencia', condicion: says, criterio: found === undefined ? '' : `${found.rule} (${found.norm})`, ...(aspect === '' ? {} : { aspecto: aspect }),
    evidencias: [{ texto: seen, ...(href !== null && isPublicPage(href) ? { enlace: href } : {}) }],
  };
}
