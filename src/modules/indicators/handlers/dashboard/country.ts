import { listEntities } from '#modules/identity/index.ts';
import { sheetAnswer } from '#modules/office/index.ts';
import { page, type Handler } from '#kernel/http/index.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import { goalsSheet } from '../../domain/dashboard/sheets.ts';
import { refuse } from '../../errors.ts';
import { dashboardPage } from '../../pages/dashboard/home-page.ts';
import { linePage } from '../../pages/dashboard/line-page.ts';
import { country } from '../../store/figures.ts';
import { askedYear, readRows, yearsOf } from './ask.ts';

const goalsOf = ({ frame }: Board) => frame.lines.flatMap(({ goals }) => goals);

/** `GET /tablero`: how every goal of the national plan stands. */
export const showDashboard = (board: Board): Handler => async (ctx) => {
  const year = askedYear(ctx, board), [rows, entities] = await Promise.all([readRows(ctx, board, goalsOf(board), country, year), listEntities(ctx.db)]);
  return page(dashboardPage({ frame: board.frame, rows, year, years: yearsOf(ctx, board), entities }));
};

/** `GET /tablero/datos/metas/:year/:format`: the same as a file. */
export const downloadGoals = (board: Board): Handler => async (ctx) => {
  const year = askedYear(ctx, board, ctx.params.year);
  return sheetAnswer([goalsSheet(await readRows(ctx, board, goalsOf(board), country, year), year)], ctx.params.format, `metas-${year}`);
};

/** `GET /tablero/linea/:n`: the goals of one line. */
export const showLine = (board: Board): Handler => async (ctx) => {
  const line = board.frame.lines.find(({ number }) => String(number) === ctx.params.n) ?? refuse('line_not_found'), year = askedYear(ctx, board);
  return page(linePage({ line, rows: await readRows(ctx, board, line.goals, country, year), year, years: yearsOf(ctx, board), toYear: board.frame.toYear }));
};
