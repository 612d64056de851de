import { sheetAnswer, textAnswer, textFormats } from '#modules/office/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { attachment, page, postedText, revisionSeen, seeOther, type Answer, type Context, type Handler } from '#kernel/http/index.ts';
import { takeEvaluationStep } from '../../actions/evaluation/evaluate.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import { readNarrative } from '../../domain/evaluation/read-narrative.ts';
import { refuse } from '../../errors.ts';
import { evaluationHref } from '../../pages/evaluation/addresses.ts';
import { evaluationPage } from '../../pages/evaluation/evaluation-page.ts';
import { evaluationJson, evaluationSheets, evaluationText } from '../../pages/evaluation/report.ts';
import { writePage } from '../../pages/evaluation/write-page.ts';
import { evaluationStepsOf } from '../../store/evaluation/evaluations.ts';
import { declarerOf } from '../declared/inbox.ts';
import { figuresNow, linesOf, mayDo, readEvaluation } from './read.ts';
import { entityIn, isAgency, ownEntity, roundIn } from './who.ts';

/** `GET /plan/evaluacion/:year/entidad/:key`: what an entity says of its year. */
export const showEvaluation = (board: Board): Handler => (ctx) => shown(ctx, board, []);

async function shown(ctx: Context, board: Board, problems: readonly { readonly field: string; readonly text: string }[]): Promise<Answer> {
  const [round, entity] = [await roundIn(ctx), await entityIn(ctx)], standing = await readEvaluation(ctx, board, entity.id, round);
  return page(evaluationPage({ ctx, board, round, entity, ...standing, problems, steps: await evaluationStepsOf(ctx.db, entity.id, round.year), may: mayDo(ctx, entity.id, standing), ofAll: isAgency(ctx) }), problems.length > 0 ? 422 : 200);
}

/** `GET /plan/evaluacion/:year/redaccion`: the words of the own entity's year. */
export const showWriting = (board: Board): Handler => async (ctx) => {
  const [round, entity] = [await roundIn(ctx), await ownEntity(ctx)], standing = await readEvaluation(ctx, board, entity.id, round);
  if (!mayDo(ctx, entity.id, standing).includes('write')) return seeOther(evaluationHref(round.year, entity.key), 'Esta evaluación ya no se puede cambiar.');
  return page(writePage({ ctx, board, year: round.year, entity, goals: standing.goals, lines: linesOf(board, standing), narrative: standing.kept?.narrative ?? {}, problems: [], revision: standing.kept?.revision ?? 0 }));
};

/** `POST /plan/evaluacion/:year/redaccion`: keeps the words, or shows what must be put right. */
export const keepWriting = (board: Board): Handler => async (ctx) => {
  const [round, entity] = [await roundIn(ctx), await ownEntity(ctx)], standing = await readEvaluation(ctx, board, entity.id, round), lines = linesOf(board, standing), revision = revisionSeen(ctx, standing.kept?.revision ?? 0);
  const typed = readNarrative((name) => postedText(ctx, name), lines.map(({ number }) => number), false);
  if (typed.problems.length > 0) return page(writePage({ ctx, board, year: round.year, entity, goals: standing.goals, lines, ...typed, revision }), 422);
  await takeEvaluationStep(ctx.db, declarerOf(ctx), { entityId: entity.id, year: round.year, kept: standing.kept }, { step: 'write', narrative: typed.narrative, figures: standing.kept?.figures ?? null, reason: '', from: revision }, ctx.now);
  return seeOther(evaluationHref(round.year, entity.key), 'Guardamos lo que escribió.');
};

const reasonMax = 2_000;

/** `POST /plan/evaluacion/:year/entidad/:key/paso`: the entity sends, the agency observes or accepts. Sending freezes the figures. */
export const stepEvaluation = (board: Board): Handler => async (ctx) => {
  const [round, entity] = [await roundIn(ctx), await entityIn(ctx)], { kept, ...standing } = await readEvaluation(ctx, board, entity.id, round), reason = postedText(ctx, 'motivo').slice(0, reasonMax);
  const step = (['send', 'observe', 'accept'] as const).find((name) => name === postedText(ctx, 'paso')) ?? refuse('step_not_allowed'), narrative = kept?.narrative ?? {};
  if (!mayDo(ctx, entity.id, { kept, ...standing }).includes(step)) return refuse('step_not_allowed');
  if (step === 'observe' && reason === '') return shown(ctx, board, [{ field: 'motivo', text: 'Escriba qué hay que corregir: la entidad tiene que saberlo.' }]);
  if (step === 'send' && readNarrative((name) => narrative[name] ?? '', [], true).problems.length > 0) return seeOther(`/plan/evaluacion/${round.year}/redaccion`, 'Antes de enviar, cuente en pocas frases qué se avanzó en el año.');
  const figures = step === 'send' ? await figuresNow(ctx, board, entity.id, round.year) : kept?.figures ?? null;
  await takeEvaluationStep(ctx.db, declarerOf(ctx), { entityId: entity.id, year: round.year, kept }, { step, narrative, figures, reason, from: revisionSeen(ctx, kept?.revision ?? 0) }, ctx.now);
  return seeOther(evaluationHref(round.year, entity.key), done[step]);
};

const done = { send: 'Enviamos la evaluación a la AGETIC.', observe: 'Devolvimos la evaluación con la observación.', accept: 'Aceptamos la evaluación.' } as const;

/** `GET /plan/evaluacion/:year/entidad/:key/informe/:format`: the same as a text, sheets or JSON; a CSV has the figures alone. */
export const downloadEvaluation = (board: Board): Handler => async (ctx) => {
  const [round, entity] = [await roundIn(ctx), await entityIn(ctx)], { format } = ctx.params, standing = await readEvaluation(ctx, board, entity.id, round);
  const reported = { board, year: round.year, entity, state: standing.state, narrative: standing.kept?.narrative ?? {}, goals: standing.goals, steps: await evaluationStepsOf(ctx.db, entity.id, round.year), day: localDateOf(ctx.now) }, name = `evaluacion-${round.year}-${entity.key}`;
  if (format === 'json') return attachment(`${name}.json`, 'application/json', JSON.stringify(evaluationJson(reported), null, 2));
  return textFormats.some(({ key }) => key === format) ? textAnswer(evaluationText(reported), format, name) : sheetAnswer(format === 'csv' ? evaluationSheets(reported).slice(0, 1) : evaluationSheets(reported), format, name);
};
