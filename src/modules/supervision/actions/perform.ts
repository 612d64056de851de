import { isDeepStrictEqual } from 'node:util';
import { adoptFiles, type FileOwner } from '#modules/documents/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Side } from '../domain/examination.ts';
import { acts, mayAct, type ActKey } from '../domain/follow-up/acts.ts';
import { consequenceOf } from '../domain/follow-up/consequences.ts';
import { comparable, evidenceFiles } from '../domain/follow-up/evidence-file.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { stateRows } from '../domain/follow-up/states.ts';
import { refuse } from '../errors.ts';
import { appendFacts, factsOf } from '../store/facts.ts';
import { termsOf } from '../store/terms.ts';
import type { Actor } from './examinations.ts';
import { tellEntity, tellExaminers } from './tell.ts';

/** What somebody does about a recommendation; `seq` is the last fact that they saw, and `waiting` holds the file that its detail names. */
export type Performing = { readonly act: ActKey; readonly detail: Answers; readonly seq: number; readonly waiting: FileOwner };

/**
 * Writes what somebody did about a recommendation as a fact, and tells the other side. Refuses what the machine does not allow in this state, and what was
 * decided on a state that somebody has changed since; the same thing sent twice is done once.
 */
export async function perform(db: Db, actor: Actor, side: Side, standing: Standing, { act, detail, seq, waiting }: Performing, now: Date): Promise<void> {
  if (await isRepeated(db, actor, standing, { act, detail, seq })) return;
  if (standing.seq !== seq) refuse('changed_meanwhile');
  if (standing.isParent || !mayAct(act, standing.state, side, actor.roles)) refuse('not_now', { state: stateRows[standing.state].name });
  const leads = consequenceOf({ act, detail, due: standing.due?.day }, await termsOf(db, standing.entityId)) ?? refuse('not_now', { state: stateRows[standing.state].name });
  await db.transaction(async (tx) => {
    const written = await appendFacts(tx, { entityId: standing.entityId, subjectIds: [standing.id], seq: seq + 1, act, detail, leads }, actor, now);
    if (written === 0) refuse('changed_meanwhile');
    const files = evidenceFiles(detail).map(({ id }) => id);
    if (files.length > 0) await adoptFiles(tx, standing.entityId, waiting, `recommendation:${standing.id}`, files);
    await audit(tx, { action: `supervision.${act}`, subject: `recommendation:${standing.id}`, person: actor, detail: { state: leads.state } });
    const telling = { key: `supervision.fact:${standing.id}:${seq + 1}`, subject: `Recomendación ${standing.code}: ${stateRows[leads.state].name.toLowerCase()}`, body: `${acts[act].did}. La recomendación ${standing.code} del informe ${standing.reportNumber ?? ''} está ahora como «${stateRows[leads.state].name}».`, link: `/control/recomendaciones/${standing.id}` };
    await (side === 'examiner' ? tellEntity(tx, standing.examinedId, telling, now) : tellExaminers(tx, standing.entityId, telling, now));
  });
}

// Whoever presses twice, or goes back and presses again, sends what is written already.
async function isRepeated(db: Db, actor: Actor, { entityId, id, seq: last }: Standing, { act, detail, seq }: Omit<Performing, 'waiting'>): Promise<boolean> {
  if (last !== seq + 1) return false;
  const fact = (await factsOf(db, entityId, id)).at(-1);
  return fact?.act === act && fact.by === actor.id && isDeepStrictEqual(comparable(fact.detail), comparable(detail));
}
