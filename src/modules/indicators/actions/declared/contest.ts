import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Contest, ContestId } from '../../domain/declared/contest.ts';
import { refuse } from '../../errors.ts';
import { holdFigure, insertAnswer, insertContest, type Contested } from '../../store/declared/contests.ts';
import { refuseLockedYear } from '../evaluation/locked.ts';

/** Says that a computed figure of the own entity is wrong. Refuses a figure that was not computed, and one whose contest waits for an answer. */
export const contestFigure = (db: Db, person: Person, contested: Contested, words: { readonly reason: string; readonly evidence: string }, now: Date): Promise<ContestId> => db.transaction(async (tx) => {
  await refuseLockedYear(tx, contested.year);
  const figure = await holdFigure(tx, contested) ?? refuse('figure_not_found');
  if (figure.waits) refuse('contested_already');
  const id = await insertContest(tx, contested, figure.value, words, person, now);
  await audit(tx, { action: 'indicators.figure_contested', subject: `contest:${id}`, person, entityId: contested.entityId, at: now });
  return id;
});

/** Answers a contested figure. The figure stays what was computed; where the entity is right, its source is mended and it is computed anew. Nobody answers what they contested. */
export const answerContest = (db: Db, person: Person, contest: Contest, accepted: boolean, answer: string, now: Date): Promise<void> => db.transaction(async (tx) => {
  if (contest.contestedBy === person.id) refuse('step_not_allowed');
  if (!await insertAnswer(tx, contest, accepted, answer, person, now)) refuse('contest_answered');
  await audit(tx, { action: 'indicators.contest_answered', subject: `contest:${contest.id}`, person, entityId: contest.entityId, at: now });
});
