import { audit } from '#kernel/audit/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { examinationForm } from '../content/forms.ts';
import { neededToIssue, type Examination } from '../domain/examination.ts';
import type { FactKey } from '../domain/follow-up/acts.ts';
import type { Consequence } from '../domain/follow-up/consequences.ts';
import { parentsIn } from '../domain/follow-up/tree.ts';
import { textOf } from '../domain/parts.ts';
import { refuse } from '../errors.ts';
import { moveStage } from '../store/examinations.ts';
import { appendFacts } from '../store/facts.ts';
import { partsOf } from '../store/parts.ts';
import { termsOf } from '../store/terms.ts';
import type { Actor } from './examinations.ts';
import { tellEntity } from './tell.ts';

/** Issues the report: from here on its text does not change. Refuses one without number or date. Done twice, it is done once. */
export async function issueReport(db: Db, examiner: Actor, examination: Examination, now: Date): Promise<void> {
  const missing = neededToIssue.filter((field) => textOf(examination.answers, field) === '');
  if (missing.length > 0) refuse('incomplete', { missing: missing.map(calledOf).join(' y ') });
  await db.transaction(async (tx) => {
    if (!(await moveStage(tx, examination, 'open', 'issued', { by: examiner.id, now }))) return;
    await tellAll(tx, examiner, examination, { seq: 1, act: 'issue', leads: { state: 'issued' } }, now);
    await audit(tx, { action: 'supervision.report_issued', subject: `examination:${examination.id}`, person: examiner });
  });
}

const calledOf = (field: string): string => examinationForm.pages.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.called ?? field;

/** Notifies the examined entity: from here on it sees the report, and the term to answer runs. Refuses a report that was not issued. Done twice, it is done once. */
export async function notifyReport(db: Db, examiner: Actor, examination: Examination, now: Date): Promise<void> {
  if (examination.stage === 'open') refuse('not_issued');
  const terms = await termsOf(db, examination.entityId);
  await db.transaction(async (tx) => {
    if (!(await moveStage(tx, examination, 'issued', 'notified', { by: examiner.id, now }))) return;
    await tellAll(tx, examiner, examination, { seq: 2, act: 'notify', leads: { state: 'notified', term: terms.answer } }, now);
    await audit(tx, { action: 'supervision.report_notified', subject: `examination:${examination.id}`, person: examiner, detail: { examined: examination.examinedId } });
    await tellEntity(tx, examination.examinedId, {
      key: `supervision.notified:${examination.id}`, subject: 'Le notificaron un informe de control', link: `/control/examenes/${examination.id}`,
      body: `Se notificó a su entidad el informe ${textOf(examination.answers, 'informe_numero')}. Lea los hallazgos y responda a cada recomendación.`,
    }, now);
  });
}

type Happening = { readonly seq: number; readonly act: FactKey; readonly leads: Consequence };

// What reaches the whole report is written about each recommendation on which somebody will act.
async function tellAll(tx: Tx, examiner: Actor, examination: Examination, happening: Happening, now: Date): Promise<void> {
  const made = (await partsOf(tx, examination)).filter(({ kind }) => kind === 'recommendation'), parents = parentsIn(made);
  await appendFacts(tx, { entityId: examination.entityId, subjectIds: made.filter(({ id }) => !parents.has(id)).map(({ id }) => id), detail: {}, ...happening }, examiner, now);
}
