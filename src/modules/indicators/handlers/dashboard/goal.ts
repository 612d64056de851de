import type { DepartmentKey } from '#kernel/charts/index.ts';
import { parseId, type EntityId } from '#kernel/ids.ts';
import { sheetAnswer } from '#modules/office/index.ts';
import { attachment, page, type Context, type Handler } from '#kernel/http/index.ts';
import type { Board, Measured } from '../../domain/dashboard/frame.ts';
import { findGoal } from '../../domain/dashboard/frame.ts';
import { sdmxCsv } from '../../domain/dashboard/sdmx.ts';
import { courseFrom } from '../../domain/dashboard/series.ts';
import { courseSheet, entitiesSheet } from '../../domain/dashboard/sheets.ts';
import { valueOf } from '../../domain/declared/declaration.ts';
import { periodKinds, type PeriodKind } from '../../domain/period.ts';
import { refuse } from '../../errors.ts';
import { goalPage } from '../../pages/dashboard/goal-page.ts';
import { countContests } from '../../store/declared/contests.ts';
import { courseOf, declaredByEntity, targetsOf } from '../../store/dashboard/figures.ts';
import { country, figuresByDepartment, figuresByEntity, type EntityFigure } from '../../store/figures.ts';
import { askedYear, readRows, yearsOf } from './ask.ts';

const entitiesAPage = 50, entitiesInFile = 5_000, departmentKeys = ['CH', 'LP', 'CB', 'OR', 'PT', 'TJ', 'SC', 'BE', 'PD'] as const satisfies readonly DepartmentKey[];
// How many periods of each kind are shown and downloaded.
const periodsMax = { day: 60, week: 53, month: 36, year: 10 } as const satisfies Record<PeriodKind, number>;

/** `GET /tablero/meta/:code`: one goal with its course, its entities and departments. */
export const showGoal = (board: Board): Handler => async (ctx) => {
  const { goal, line, indicator } = findGoal(board, ctx.params.code ?? '') ?? refuse('goal_not_found'), year = askedYear(ctx, board), kind = kindIn(ctx.query.periodo);
  const after = placeIn(ctx.query.despues), [[row], targets, course, entities, departments] = await Promise.all([
    readRows(ctx, board, [goal], country, year), targetsOf(ctx.db, country, [goal.code]), courseOf(ctx.db, country, goal.code, kind, periodsMax[kind]),
    indicator ? figuresByEntity(ctx.db, { indicator: goal.code, population: indicator.population, year: String(year), limit: entitiesAPage + 1, ...(after ? { after } : {}) }) : [], indicator ? figuresByDepartment(ctx.db, goal.code, indicator.population, String(year)) : [],
  ]), shownEntities = entities.slice(0, entitiesAPage), [declared, contests] = await Promise.all([declaredByEntity(ctx.db, goal.code, year, shownEntities.map(({ entityId }) => entityId)), countContests(ctx.db, goal.code, String(year))]);
  const lines = shownEntities.map((line) => ({ ...line, declared: declared.get(line.entityId) })), aims = targets.get(goal.code) ?? [];
  if (!row) return refuse('goal_not_found');
  return page(goalPage({
    contests, row, line, year, years: yearsOf(ctx, board), kind, targets: aims, course: courseFrom(course, aims, periodsMax[kind]), entities: { lines, next: entities.length > entitiesAPage ? keyOf(shownEntities.at(-1)) : undefined, isFirst: after === undefined },
    departments: Object.fromEntries(departments.flatMap(({ department, num, den }) => { const key = departmentKeys.find((each) => each === department); return key && indicator && num !== null ? [[key, valueOf(indicator, num, den)]] : []; })),
  }));
};

const kindIn = (said: string | undefined): PeriodKind => periodKinds.find((kind) => kind === said) ?? 'month';

const keyOf = (line: EntityFigure | undefined): string | undefined => line && `${line.entityId}${line.name}`;

const uuidLength = 36;

function placeIn(said: string | undefined): { readonly name: string; readonly entityId: EntityId } | undefined {
  const entityId = parseId<'entity'>(said?.slice(0, uuidLength)), name = said?.slice(uuidLength) ?? '';
  return entityId === undefined || name.includes('\0') ? undefined : { name, entityId };
}

/** `GET /tablero/datos/meta/:code/:kind/:format`: the course of a goal as a file. */
export const downloadCourse = (board: Board): Handler => async (ctx) => {
  const indicator = measuredIn(ctx, board), kind = kindIn(ctx.params.kind), figures = await courseOf(ctx.db, country, indicator.code, kind, periodsMax[kind]), name = `meta-${indicator.code}-${kind}`;
  if (ctx.params.format === 'sdmx') return attachment(`${name}.csv`, 'application/vnd.sdmx.data+csv; version=1.0.0; charset=utf-8', sdmxCsv(indicator, kind, { key: 'BO' }, figures));
  return sheetAnswer([courseSheet(indicator.code, indicator.unit, figures)], ctx.params.format, name);
};

/** `GET /tablero/datos/meta/:code/entidades/:year/:format`: the entities of a goal in a year as a file. */
export const downloadEntities = (board: Board): Handler => async (ctx) => {
  const indicator = measuredIn(ctx, board), year = askedYear(ctx, board, ctx.params.year);
  const lines = await figuresByEntity(ctx.db, { indicator: indicator.code, population: indicator.population, year: String(year), limit: entitiesInFile });
  return sheetAnswer([entitiesSheet(indicator.code, indicator.unit, year, lines)], ctx.params.format, `meta-${indicator.code}-entidades-${year}`);
};

const measuredIn = (ctx: Context, board: Board): Measured => findGoal(board, ctx.params.code ?? '')?.indicator ?? refuse('goal_not_found');
