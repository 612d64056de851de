import { page, postedText, seeOther, type Context, type Handler } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { answerContest, contestFigure } from '../../actions/declared/contest.ts';
import type { Board, Measured } from '../../domain/dashboard/frame.ts';
import { findGoal } from '../../domain/dashboard/frame.ts';
import { readAnswer, readContest, type Contest } from '../../domain/declared/contest.ts';
import { refuse } from '../../errors.ts';
import { contestFormPage, contestPage, contestsHref, contestsPage } from '../../pages/declared/contest-pages.ts';
import { figureAt, figuresOfYear } from '../../store/dashboard/figures.ts';
import { contestsOf, getContest } from '../../store/declared/contests.ts';
import { askedYear } from '../dashboard/ask.ts';
import { declarerOf, visibleTo } from './inbox.ts';

const linesMax = 50, unwritten = { texts: {}, problems: [] } as const;

/** `GET /plan/indicadores/impugnaciones`: contested figures, and the own figures that may be contested. */
export const showContests = (board: Board): Handler => async (ctx) => {
  const { entityId, roles } = declarerOf(ctx), mayWrite = roles.includes('egov_head'), year = askedYear(ctx, board), codes = board.frame.lines.flatMap(({ goals }) => goals.map(({ code }) => code));
  const [found, figures] = await Promise.all([contestsOf(ctx.db, visibleTo(ctx), parseId(ctx.query.antes), linesMax + 1), mayWrite ? figuresOfYear(ctx.db, entityId, codes, year) : []]), contests = found.slice(0, linesMax);
  const own = figures.flatMap(({ indicator: code, origin, value }) => { const indicator = board.indicators.find((each) => each.code === code); return indicator && origin === 'computed' ? [{ indicator, value }] : []; });
  return page(contestsPage({ contests, next: found.length > linesMax ? contests.at(-1)?.id : undefined, indicators: board.indicators, own, mayWrite, year }));
};

async function figureIn(ctx: Context, board: Board, code: string | undefined, said: string | undefined): Promise<{ readonly indicator: Measured; readonly year: string; readonly value: number | null }> {
  const indicator = findGoal(board, code ?? '')?.indicator ?? refuse('figure_not_found'), year = String(askedYear(ctx, board, said)), figure = await figureAt(ctx.db, declarerOf(ctx).entityId, indicator.code, year) ?? refuse('figure_not_found');
  return { indicator, year, value: figure.value };
}

/** `GET /plan/indicadores/impugnaciones/nueva`: the form for a figure of the own entity. */
export const askContest = (board: Board): Handler => async (ctx) => {
  const { indicator, year, value } = await figureIn(ctx, board, ctx.query.meta, ctx.query.gestion);
  return page(contestFormPage(ctx, indicator, year, value, unwritten));
};

/** `POST /plan/indicadores/impugnaciones/nueva`: contests it, or shows what must be put right. */
export const keepContest = (board: Board): Handler => async (ctx) => {
  const { indicator, year, value } = await figureIn(ctx, board, postedText(ctx, 'meta'), postedText(ctx, 'gestion')), typed = readContest((name) => postedText(ctx, name)), declarer = declarerOf(ctx);
  if (typed.problems.length > 0) return page(contestFormPage(ctx, indicator, year, value, typed), 422);
  const id = await contestFigure(ctx.db, declarer, { entityId: declarer.entityId, indicator: indicator.code, year }, { reason: typed.texts.motivo ?? '', evidence: typed.texts.respaldo ?? '' }, ctx.now);
  return seeOther(`/plan/indicadores/impugnacion/${id}`, 'Enviamos la impugnación a la AGETIC.');
};

/** `GET /plan/indicadores/impugnacion/:id`: a contested figure with its answer. */
export const showContest = (board: Board): Handler => async (ctx) => {
  const contest = await getContest(ctx.db, parseId(ctx.params.id), visibleTo(ctx));
  return page(contestPage(ctx, contest, indicatorOf(board, contest), mayAnswer(ctx, contest), unwritten));
};

/** `POST /plan/indicadores/impugnacion/:id/respuesta`: the agency answers, or sees what must be put right. */
export const keepAnswer = (board: Board): Handler => async (ctx) => {
  const contest = await getContest(ctx.db, parseId(ctx.params.id), visibleTo(ctx)), typed = readAnswer((name) => postedText(ctx, name));
  if (contest.answeredAt !== null) return refuse('contest_answered');
  if (typed.problems.length > 0) return page(contestPage(ctx, contest, indicatorOf(board, contest), mayAnswer(ctx, contest), typed), 422);
  await answerContest(ctx.db, declarerOf(ctx), contest, typed.accepted, typed.texts.respuesta ?? '', ctx.now);
  return seeOther(contestsHref, 'Respondimos la impugnación.');
};

const mayAnswer = (ctx: Context, { answeredAt, contestedBy }: Contest): boolean => { const { id, roles } = declarerOf(ctx); return answeredAt === null && contestedBy !== id && roles.includes('reviewer'); };

const indicatorOf = ({ indicators }: Board, { indicator }: Contest): Measured => indicators.find(({ code }) => code === indicator) ?? refuse('figure_not_found');
