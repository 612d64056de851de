import { sheetAnswer, textAnswer, textFormats } from '#modules/office/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { attachment, page, postedText, revisionSeen, seeOther, type Answer, type Context, type Handler } from '#kernel/http/index.ts';
import { keepFinal } from '../../actions/evaluation/evaluate.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import { goalsSheet } from '../../domain/dashboard/sheets.ts';
import { readFinal, type TypedFinal } from '../../domain/evaluation/read-final.ts';
import { refuse } from '../../errors.ts';
import { yearHref } from '../../pages/evaluation/addresses.ts';
import { finalPage } from '../../pages/evaluation/final-page.ts';
import { finalJson, finalText } from '../../pages/evaluation/report.ts';
import { finalOf } from '../../store/evaluation/final.ts';
import { country } from '../../store/figures.ts';
import { readRows } from '../dashboard/ask.ts';
import { declarerOf } from '../declared/inbox.ts';
import { isAgency, roundIn } from './who.ts';

// Only the last year of the plan has a final evaluation.
async function finalRound(ctx: Context, { frame }: Board) {
  const round = await roundIn(ctx);
  return round.year === frame.toYear ? round : refuse('round_not_found');
}

const rowsOf = (ctx: Context, board: Board, year: number) => readRows(ctx, board, board.frame.lines.flatMap(({ goals }) => goals), country, year);

/** `GET /plan/evaluacion/:year/final`: the result of each goal, guidelines, and the presentation. */
export const showFinal = (board: Board): Handler => (ctx) => shown(ctx, board, undefined);

async function shown(ctx: Context, board: Board, typed: TypedFinal | undefined): Promise<Answer> {
  const { year } = await finalRound(ctx, board), [rows, final] = await Promise.all([rowsOf(ctx, board, year), finalOf(ctx.db, year)]);
  return page(finalPage({ ctx, frame: board.frame, year, rows, final, mayWrite: isAgency(ctx), typed }), typed ? 422 : 200);
}

/** `POST /plan/evaluacion/:year/final`: keeps guidelines and presentation, or shows what must be put right. */
export const keepFinalForm = (board: Board): Handler => async (ctx) => {
  const { year } = await finalRound(ctx, board), typed = readFinal((name) => postedText(ctx, name), board.frame.lines.map(({ number }) => number), localDateOf(ctx.now));
  if (typed.problems.length > 0) return shown(ctx, board, typed);
  const { guidelines, presentedOn, presentedAs } = typed;
  await keepFinal(ctx.db, declarerOf(ctx), year, { guidelines, presentedOn, presentedAs, revision: revisionSeen(ctx, (await finalOf(ctx.db, year)).revision) }, ctx.now);
  return seeOther(yearHref(year, '/final'), 'Guardamos la evaluación final.');
};

/** `GET /plan/evaluacion/:year/final/informe/:format`: the same as a text, a sheet or JSON. */
export const downloadFinal = (board: Board): Handler => async (ctx) => {
  const { year } = await finalRound(ctx, board), { format } = ctx.params, [rows, final] = await Promise.all([rowsOf(ctx, board, year), finalOf(ctx.db, year)]), name = `evaluacion-final-${year}`;
  const reported = { board, year, rows, final, day: localDateOf(ctx.now), issuer: board.frame.preparedBy ?? board.frame.title };
  if (format === 'json') return attachment(`${name}.json`, 'application/json', JSON.stringify(finalJson(reported), null, 2));
  return textFormats.some(({ key }) => key === format) ? textAnswer(finalText(reported), format, name) : sheetAnswer([goalsSheet(rows, year)], format, name);
};
