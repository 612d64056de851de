import { startAnswers } from '#modules/forms/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId, type CaseId } from '#kernel/ids.ts';
import { variablesOf } from '../domain/world.ts';
import { getRunning } from '../definitions.ts';
import { draftBegunBy } from '../store/commands.ts';
import { insertDraft, type Draft } from '../store/drafts.ts';
import { applicantOf } from './submit.ts';

/**
 * Begins an application: a draft with what the identity provider already knows filled in. Gives the draft's id, which the case will keep.
 * `commandKey` makes a repeated press harmless: it finds the draft that the first one began.
 */
export async function startDraft(db: Db, slug: string, person: Person, now: Date, commandKey?: string): Promise<CaseId> {
  const definition = await getRunning(db, slug);
  const id = newId<'case'>(now);
  const variables = variablesOf(definition, { answers: {}, applicant: applicantOf(person), number: '', submittedAt: now }, now);
  const answers = startAnswers(definition.form, { now, variables });
  const draft: Draft = { id, entityId: definition.entityId, procedureId: definition.procedureId, version: definition.version, applicantId: person.id, answers, createdAt: now, updatedAt: now };
  return db.transaction(async (tx) => {
    const begun = commandKey === undefined ? id : await draftBegunBy(tx, commandKey, id);
    if (begun === id) await insertDraft(tx, draft);
    return begun;
  });
}
