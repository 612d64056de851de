import { adoptFiles } from '#modules/documents/index.ts';
import { settleAnswers, validateAnswers } from '#modules/forms/index.ts';
import type { Person } from '#kernel/access.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { isUniqueViolation } from '#kernel/db/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { CaseId } from '#kernel/ids.ts';
import { advance } from '../domain/advance.ts';
import { genesis } from '../domain/canonical.ts';
import { emptyState } from '../domain/fold.ts';
import { allFiles } from '../domain/files.ts';
import { caseNumber } from '../domain/number.ts';
import type { Applicant, Case, Definition } from '../domain/types.ts';
import { variablesOf } from '../domain/world.ts';
import { getDefinition } from '../definitions.ts';
import { refuse } from '../errors.ts';
import { appendDecided } from '../store/append.ts';
import { getOwnDraft, type Draft } from '../store/drafts.ts';
import { findCase } from '../store/read.ts';
import { actorOf, worldOf } from './perform.ts';

/**
 * Hands in a draft: it becomes a case with a number, once, however often it is asked for. Refuses answers that are not complete
 * (`cases.invalid_answers`); the draft then stays as it was.
 */
export async function submitDraft(db: Db, id: CaseId, person: Person, now: Date): Promise<CaseId> {
  const draft = await getOwnDraft(db, id, person.id).catch((caught: unknown) => asSent(db, id, person, caught));
  if (draft === 'sent') return id;
  const definition = await getDefinition(db, draft.procedureId, draft.version);
  const unnumbered = newCase(draft, definition, person, now);
  checkAnswers(definition, unnumbered, now);
  const context = { now, variables: variablesOf(definition, unnumbered, now) };
  const current = { ...unnumbered, answers: settleAnswers(definition.form, unnumbered.answers, context), number: await nextNumber(db, definition, now) };
  const decided = advance(definition, current, { type: 'submit', by: actorOf(person) }, await worldOf(db, definition, now));
  try {
    // Both travel together, and where either fails neither is kept.
    await db.transaction((tx) => Promise.all([
      adoptFiles(tx, current.entityId, `draft:${id}`, `case:${id}`, allFiles(current.answers).map((file) => file.id)),
      appendDecided(tx, definition, current, decided, { commandKey: `submit:${id}` }),
    ]));
  } catch (caught) {
    // Two devices pressed «Enviar» at once: the other one's case is this case.
    if (!isUniqueViolation(caught, 'case_pkey')) throw caught;
  }
  return id;
}

// A draft that is gone may have become a case: the button was pressed twice.
async function asSent(db: Db, id: CaseId, person: Person, caught: unknown): Promise<'sent'> {
  if (isRefusal(caught, 'cases.draft_not_found') && (await findCase(db, id))?.applicantId === person.id) return 'sent';
  throw caught;
}

function newCase(draft: Draft, definition: Definition, person: Person, now: Date): Case {
  return {
    id: draft.id, entityId: definition.entityId, number: '', procedureId: definition.procedureId, version: definition.version, applicantId: person.id,
    applicant: applicantOf(person), seq: 0, head: genesis, state: emptyState, answers: draft.answers, submittedAt: now, due: null,
  };
}

/** What the case keeps of the person: as the identity provider vouched on that day. */
export function applicantOf(person: Person): Applicant {
  const { document } = person;
  const number = document && `${document.number}${document.complement === undefined ? '' : `-${document.complement}`}`;
  return {
    name: person.name, ...(document ? { documentType: document.type } : {}), ...(number ? { documentNumber: number } : {}),
    ...(person.birthDate ? { birthDate: person.birthDate } : {}), ...(person.email ? { email: person.email } : {}), ...(person.phone ? { phone: person.phone } : {}),
  };
}

async function nextNumber(db: Db, definition: Definition, now: Date): Promise<string> {
  const [row] = await db.rows<{ n: string }>(`select nextval('cases.number_seq')::text as n`);
  return caseNumber(definition.procedure.entity.acronym ?? 'V', localDateOf(now).slice(0, 4), Number(row?.n));
}

function checkAnswers(definition: Definition, current: Case, now: Date): void {
  const errors = validateAnswers(definition.form, current.answers, { now, variables: variablesOf(definition, current, now) });
  if (errors.length > 0) refuse('invalid_answers', { problem: errors[0]?.message ?? '', fields: errors.map((error) => error.field) });
}
