import { localDateOf } from '#kernel/clock.ts';
import type { Context } from '#kernel/http/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { pairsOf } from '../../domain/dashboard/choose.ts';
import type { Board, FrameGoal } from '../../domain/dashboard/frame.ts';
import { codesOf, rowsOf, type GoalRow } from '../../domain/dashboard/rows.ts';
import { addDays } from '#kernel/clock.ts';
import { coursesOf, figuresOfYear, targetsOf } from '../../store/dashboard/figures.ts';

/** The years of the plan that have begun, the latest first. */
export function yearsOf(ctx: Context, { frame }: Board): readonly number[] {
  const last = Math.max(frame.fromYear, Math.min(frame.toYear, Number(localDateOf(ctx.now).slice(0, 4))));
  return Array.from({ length: last - frame.fromYear + 1 }, (_, back) => last - back);
}

/** The year that the address names, or the latest; what is no year of the plan is the latest too. */
export function askedYear(ctx: Context, board: Board, said: string | undefined = ctx.query.gestion): number {
  const years = yearsOf(ctx, board);
  return years.find((each) => String(each) === said) ?? years[0] ?? board.frame.fromYear;
}

const courseDays = 365;

/** Goals with their figures of a year, for the country or an entity: three questions to the database, however many goals there are. */
export async function readRows(ctx: Context, board: Board, goals: readonly FrameGoal[], entityId: EntityId, year: number): Promise<readonly GoalRow[]> {
  const codes = codesOf(goals), [figures, targets, courses] = await Promise.all([figuresOfYear(ctx.db, entityId, codes, year), targetsOf(ctx.db, entityId, codes), coursesOf(ctx.db, entityId, codes, addDays(localDateOf(ctx.now), -courseDays).slice(0, 7))]);
  return rowsOf(board, goals, { pairs: pairsOf(figures), targets, courses }, year);
}
