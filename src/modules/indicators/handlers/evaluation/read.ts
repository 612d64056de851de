import type { Context } from '#kernel/http/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { pairsOf } from '../../domain/dashboard/choose.ts';
import type { Board, FrameLine } from '../../domain/dashboard/frame.ts';
import { codesOf } from '../../domain/dashboard/rows.ts';
import { evaluationSteps, toldState, type EvaluatedGoal, type Evaluation, type EvaluationState } from '../../domain/evaluation/evaluation.ts';
import { prefill } from '../../domain/evaluation/prefill.ts';
import { figuresOfYear } from '../../store/dashboard/figures.ts';
import { declaredOfYear, findEvaluation } from '../../store/evaluation/evaluations.ts';
import type { Round } from '../../store/evaluation/rounds.ts';
import { declarerOf } from '../declared/inbox.ts';

/** An evaluation as it stands: what is kept of it, how it is told, and its figures: frozen where it was sent, as they are now where it is being written. */
export type Standing = { readonly kept: Evaluation | undefined; readonly state: EvaluationState; readonly goals: readonly EvaluatedGoal[] };

/** Reads the evaluation of an entity and a year. What it has not sent yet only the entity itself sees. */
export async function readEvaluation(ctx: Context, board: Board, entityId: EntityId, round: Round): Promise<Standing> {
  const found = await findEvaluation(ctx.db, entityId, round.year), kept = found?.state === 'writing' && !isOwn(ctx, entityId) ? undefined : found, frozen = kept?.state === 'sent' || kept?.state === 'accepted' ? kept.figures : null;
  return { kept, state: toldState(kept?.state, round.closedAt !== null), goals: frozen ?? await figuresNow(ctx, board, entityId, round.year) };
}

/** What is counted and declared of an entity for a year, now. */
export async function figuresNow(ctx: Context, { frame }: Board, entityId: EntityId, year: number): Promise<readonly EvaluatedGoal[]> {
  const goals = frame.lines.flatMap((line) => line.goals), [figures, declared] = await Promise.all([figuresOfYear(ctx.db, entityId, codesOf(goals), year), declaredOfYear(ctx.db, entityId, year)]);
  return prefill(goals, pairsOf(figures), declared.filter(({ state }) => state !== 'draft' || isOwn(ctx, entityId)));
}

const isOwn = (ctx: Context, entityId: EntityId): boolean => declarerOf(ctx).entityId === entityId;

/** The lines that an entity is asked about: those of which it has figures or has written. */
export const linesOf = ({ frame }: Board, { goals, kept }: Standing): readonly FrameLine[] => frame.lines.filter(({ number }) => goals.some(({ line }) => line === number) || kept?.narrative[`linea-${number}`] !== undefined);

/** What this person may do with an evaluation now. */
export const mayDo = (ctx: Context, entityId: EntityId, { state, kept }: Standing) => {
  const person = declarerOf(ctx);
  return evaluationSteps({ id: person.id, roles: person.roles, isOfEntity: person.entityId === entityId }, state, kept?.movedBy).map(({ step }) => step);
};
