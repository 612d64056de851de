import { adoptFiles } from '#modules/documents/index.ts';
import { settleAnswers, validateAnswers, type Answers } from '#modules/forms/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { allFiles } from '../domain/files.ts';
import { variablesOf } from '../domain/world.ts';
import { refuse } from '../errors.ts';
import { deleteCorrection } from '../store/corrections.ts';
import { getOwnCase } from '../store/read.ts';
import { actorOf, perform } from './perform.ts';

/**
 * The applicant sends what was observed, corrected. Answers are checked as a whole again; only the observed fields may differ
 * (`cases.not_correctable`). `commandKey` makes a repeated press harmless.
 */
export async function correctCase(db: Db, id: CaseId, person: Person, answers: Answers, now: Date, commandKey?: string): Promise<void> {
  const { entityId } = await getOwnCase(db, id, person.id);
  await db.transaction(async (tx) => {
    await adoptFiles(tx, entityId, `draft:${id}`, `case:${id}`, allFiles(answers).map((file) => file.id));
    await sendCorrection(tx, id, person, answers, now, commandKey);
    await deleteCorrection(tx, id);
  });
}

async function sendCorrection(db: Db, id: CaseId, person: Person, answers: Answers, now: Date, commandKey: string | undefined): Promise<void> {
  await perform<'correct'>(db, id, now, (current, definition) => {
    if (current.applicantId !== person.id) refuse('not_found');
    const context = { now, variables: variablesOf(definition, current, now) };
    const errors = validateAnswers(definition.form, answers, context);
    if (errors.length > 0) refuse('invalid_answers', { problem: errors[0]?.message ?? '', fields: errors.map((error) => error.field) });
    const settled = settleAnswers(definition.form, answers, context);
    return { event: { type: 'correct', by: actorOf(person), answers: settled }, extra: { answers: settled, ...(commandKey === undefined ? {} : { commandKey }) } };
  });
}

/** The applicant gives the case up. */
export async function withdrawCase(db: Db, id: CaseId, person: Person, reason: string, now: Date): Promise<void> {
  await perform<'withdraw'>(db, id, now, (current) => {
    if (current.applicantId !== person.id) refuse('not_found');
    return { event: { type: 'withdraw', by: actorOf(person), reason } };
  });
}
