import { findEntityByKey } from '#modules/identity/index.ts';
import { sheetAnswer } from '#modules/office/index.ts';
import { addDays, localDateOf, type LocalDate } from '#kernel/clock.ts';
import { page, type Context, type Handler } from '#kernel/http/index.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import { weekOf, usualOf } from '../../domain/dashboard/operation.ts';
import { goalsSheet, proceduresSheet } from '../../domain/dashboard/sheets.ts';
import { refuse } from '../../errors.ts';
import { dayPage } from '../../pages/dashboard/day-page.ts';
import { entityPage } from '../../pages/dashboard/entity-page.ts';
import { daysOf, operationOf } from '../../store/dashboard/operation.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';
import { declarerOf } from '../declared/inbox.ts';
import { askedYear, readRows, yearsOf } from './ask.ts';

const daysShown = 28, usualDays = 56;

const entityIn = async (ctx: Context) => (await findEntityByKey(ctx.db, ctx.params.key ?? '')) ?? refuse('entity_not_found');

const goalsOf = ({ frame }: Board) => frame.lines.flatMap(({ goals }) => goals);

/** `GET /tablero/entidad/:key`: how an entity stands, in one screen, and what its procedures do. */
export const showEntity = (board: Board): Handler => async (ctx) => {
  const entity = await entityIn(ctx), year = askedYear(ctx, board), today = localDateOf(ctx.now), from = addDays(today, -daysShown + 1);
  const [rows, procedures, days] = await Promise.all([readRows(ctx, board, goalsOf(board), entity.id, year), operationOf(ctx.db, { entityId: entity.id, from, until: today, today, withConfidential: false }), daysOf(ctx.db, entity.id, from, today)]);
  return page(entityPage({ entity, rows: rows.filter(({ figure, pair }) => figure ?? pair.computed ?? pair.declared), year, years: yearsOf(ctx, board), procedures, days, from, today }));
};

/** `GET /tablero/datos/entidad/:key/:year/:format`: the figures of an entity as a file. */
export const downloadEntity = (board: Board): Handler => async (ctx) => {
  const entity = await entityIn(ctx), year = askedYear(ctx, board, ctx.params.year);
  return sheetAnswer([goalsSheet(await readRows(ctx, board, goalsOf(board), entity.id, year), year)], ctx.params.format, `${entity.key}-${year}`);
};

/** `GET /tablero/datos/entidad/:key/tramites/:format`: what its procedures did in the last four weeks, as a file. */
export const downloadProcedures: Handler = async (ctx) => {
  const entity = await entityIn(ctx), today = localDateOf(ctx.now), from = addDays(today, -daysShown + 1);
  return sheetAnswer([proceduresSheet({ from, until: today }, await operationOf(ctx.db, { entityId: entity.id, from, until: today, today, withConfidential: false }))], ctx.params.format, `${entity.key}-tramites-${today}`);
};

/** `GET /plan/indicadores/dia`: one day of the own entity beside what is usual, and its week. */
export const showDay: Handler = async (ctx) => {
  const { entityId } = declarerOf(ctx), today = localDateOf(ctx.now), day = dayIn(ctx, today), week = weekOf(day), until = week.until < today ? week.until : today;
  const [ofDay, ofWeek, days] = await Promise.all([
    operationOf(ctx.db, { entityId, from: day, until: day, today, withConfidential: true }), operationOf(ctx.db, { entityId, from: week.from, until, today, withConfidential: true }), daysOf(ctx.db, entityId, addDays(day, -usualDays), until),
  ]);
  return page(dayPage({ day, today, week, ofDay, ofWeek, days: days.filter((each) => each.day >= week.from), usual: usualOf(days, day) }));
};

function dayIn({ query }: Context, today: LocalDate): LocalDate {
  const asked = askedDay(query, 'dia');
  return asked === undefined || asked > today ? today : asked;
}
