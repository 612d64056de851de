import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { evaluationSteps, toldState, type EvaluatedGoal, type Evaluation, type EvaluationStep, type Narrative } from '../../domain/evaluation/evaluation.ts';
import { refuse } from '../../errors.ts';
import { writeFinal, type Final } from '../../store/evaluation/final.ts';
import { writeEvaluation } from '../../store/evaluation/evaluations.ts';
import { closeRound, countEvaluated, holdRound, insertRound } from '../../store/evaluation/rounds.ts';

/** Opens a year for every entity; opening it twice changes nothing, and says so. */
export const openYear = (db: Db, person: Person, year: number, due: LocalDate, now: Date): Promise<boolean> => db.transaction(async (tx) => {
  const opened = await insertRound(tx, year, due, person, now);
  if (opened) await audit(tx, { action: 'indicators.evaluation_opened', subject: `evaluation:${year}`, person, at: now });
  return opened;
});

/** What one step brings: its words, the figures as they stand, the reason, and the revision it was made from. */
export type Brought = { readonly step: EvaluationStep; readonly narrative: Narrative; readonly figures: readonly EvaluatedGoal[] | null; readonly reason: string; readonly from: number };

/** Takes a step with the evaluation of an entity and a year. Refuses what is not allowed now, what somebody changed meanwhile, and a year that is closed. */
export const takeEvaluationStep = (db: Db, person: Person, place: { readonly entityId: EntityId; readonly year: number; readonly kept: Evaluation | undefined }, brought: Brought, now: Date): Promise<void> => db.transaction(async (tx) => {
  const { entityId, year, kept } = place;
  await holdOpen(tx, year);
  const row = evaluationSteps({ id: person.id, roles: person.roles, isOfEntity: person.entityId === entityId }, toldState(kept?.state, false), kept?.movedBy).find(({ step }) => step === brought.step) ?? refuse('step_not_allowed');
  if (row.needsReason && brought.reason === '') refuse('step_reason');
  if (!await writeEvaluation(tx, { entityId, year, from: brought.from, state: row.to, narrative: brought.narrative, figures: brought.figures, step: brought.step, reason: brought.reason }, person, now)) refuse('evaluation_moved');
  await audit(tx, { action: `indicators.evaluation_${brought.step}`, subject: `evaluation:${year}`, person, entityId, at: now });
});

async function holdOpen(tx: Tx, year: number): Promise<void> {
  const closed = await holdRound(tx, year, 'share');
  if (closed === undefined) refuse('round_not_found');
  if (closed) refuse('year_closed', { year: String(year) });
}

/** Closes a year for good. Refuses while an evaluation that was sent waits for an answer. */
export const closeYear = (db: Db, person: Person, year: number, now: Date): Promise<void> => db.transaction(async (tx) => {
  if (await holdRound(tx, year, 'update') === undefined) refuse('round_not_found');
  const { sent } = await countEvaluated(tx, year);
  if (sent > 0) refuse('answers_waiting', { count: String(sent) });
  if (await closeRound(tx, year, person, now)) await audit(tx, { action: 'indicators.evaluation_closed', subject: `evaluation:${year}`, person, at: now });
});

/** Keeps what follows from the final evaluation; refuses where somebody changed it meanwhile. */
export const keepFinal = (db: Db, person: Person, year: number, final: Final, now: Date): Promise<void> => db.transaction(async (tx) => {
  if (await holdRound(tx, year, 'share') === undefined) refuse('round_not_found');
  if (!await writeFinal(tx, year, final, person.id, now)) refuse('evaluation_moved');
  await audit(tx, { action: 'indicators.final_evaluation_kept', subject: `evaluation:${year}`, person, at: now });
});
