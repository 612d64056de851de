import { localDateOf } from '#kernel/clock.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';
import { page, postedText, seeOther, type Answer, type Context, type Handler } from '#kernel/http/index.ts';
import { closeYear, openYear } from '../../actions/evaluation/evaluate.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import { toldState } from '../../domain/evaluation/evaluation.ts';
import { yearHref, evaluationHref } from '../../pages/evaluation/addresses.ts';
import { closePage, roundPage } from '../../pages/evaluation/round-page.ts';
import { roundsPage, type RoundsShown } from '../../pages/evaluation/rounds-page.ts';
import { findEvaluation } from '../../store/evaluation/evaluations.ts';
import { countEvaluated, evaluatedEntities, listRounds } from '../../store/evaluation/rounds.ts';
import { yearsOf } from '../dashboard/ask.ts';
import { declarerOf } from '../declared/inbox.ts';
import { isAgency, ownEntity, roundIn } from './who.ts';

const entitiesAPage = 50;

/** `GET /plan/evaluacion`: the years that are evaluated. */
export const showYears = (board: Board): Handler => (ctx) => shown(ctx, board, { year: '', day: '', month: '', dueYear: '', problems: [] });

async function shown(ctx: Context, board: Board, typed: RoundsShown['typed']): Promise<Answer> {
  const rounds = await listRounds(ctx.db), { entityId } = declarerOf(ctx), agency = isAgency(ctx);
  const own = await Promise.all(rounds.map(async ({ year, closedAt }) => (agency ? undefined : toldState((await findEvaluation(ctx.db, entityId, year))?.state, closedAt !== null))));
  return page(roundsPage({ ctx, typed, rounds: rounds.map((round, index) => ({ ...round, own: own[index] })), openable: agency ? yearsOf(ctx, board).filter((year) => !rounds.some((round) => round.year === year)) : [] }), typed.problems.length > 0 ? 422 : 200);
}

/** `POST /plan/evaluacion`: the agency opens a year for all entities. */
export const openYearForm = (board: Board): Handler => async (ctx) => {
  const said = postedText(ctx, 'gestion'), year = yearsOf(ctx, board).find((each) => String(each) === said), boxes = { day: postedText(ctx, 'plazo-day'), month: postedText(ctx, 'plazo-month'), dueYear: postedText(ctx, 'plazo-year') };
  const due = askedDay({ 'plazo-day': boxes.day, 'plazo-month': boxes.month, 'plazo-year': boxes.dueYear }, 'plazo'), isLate = due !== undefined && due < localDateOf(ctx.now);
  const problems = [...(year === undefined ? [{ field: 'gestion', text: 'Elija un año del plan que ya empezó.' }] : []), ...(due === undefined ? [{ field: 'plazo', text: 'Escriba hasta qué día se entrega, por ejemplo 28 2 2027.' }] : isLate ? [{ field: 'plazo', text: 'El plazo no puede ser de un día que ya pasó.' }] : [])];
  if (year === undefined || due === undefined || problems.length > 0) return shown(ctx, board, { year: said, ...boxes, problems });
  const opened = await openYear(ctx.db, declarerOf(ctx), year, due, ctx.now);
  return seeOther(yearHref(year), opened ? `Abrimos la evaluación ${year} para todas las entidades.` : `La evaluación ${year} ya estaba abierta.`);
};

/** `GET /plan/evaluacion/:year`: for the agency, how far every entity is; everybody else goes to their entity's. */
export const showYear = (board: Board): Handler => async (ctx) => {
  const round = await roundIn(ctx);
  if (!isAgency(ctx)) return seeOther(evaluationHref(round.year, (await ownEntity(ctx)).key));
  const after = ctx.query.despues, [counts, entities] = await Promise.all([countEvaluated(ctx.db, round.year), evaluatedEntities(ctx.db, round.year, after === undefined || /^[a-z0-9-]{1,60}$/.test(after) ? after : '-', entitiesAPage + 1)]);
  return page(roundPage({ round, counts, entities: entities.slice(0, entitiesAPage), next: entities.length > entitiesAPage ? entities[entitiesAPage - 1]?.key : undefined, isFirst: after === undefined, isFinal: round.year === board.frame.toYear }));
};

/** `GET /plan/evaluacion/:year/cierre`: asks whether the year is to be closed. */
export const askClose: Handler = async (ctx) => {
  const round = await roundIn(ctx);
  return round.closedAt === null ? page(closePage(ctx, round, await countEvaluated(ctx.db, round.year))) : seeOther(yearHref(round.year), 'Ese año ya está cerrado.');
};

/** `POST /plan/evaluacion/:year/cierre`: closes it for good. */
export const confirmClose: Handler = async (ctx) => {
  const { year } = await roundIn(ctx);
  await closeYear(ctx.db, declarerOf(ctx), year, ctx.now);
  return seeOther(yearHref(year), `Cerramos la evaluación ${year}.`);
};
