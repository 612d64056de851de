import { findEntityByKey } from '#modules/identity/index.ts';
import { sheetAnswer } from '#modules/office/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { findIndicator, indicators } from '../../content/index.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { parsePeriod, periodOf, sayPeriod } from '../../domain/period.ts';
import { namesIn } from '../../domain/read-indicators.ts';
import { refuse } from '../../errors.ts';
import { operandsByName } from '../../operands/index.ts';
import { indicatorHref, rowsHref } from '../../pages/definitions/addresses.ts';
import { indicatorPage } from '../../pages/definitions/indicator-page.ts';
import { listPage } from '../../pages/definitions/list-page.ts';
import { rowsPage } from '../../pages/definitions/rows-page.ts';
import { countsOfOperand, figuresByDepartment, figuresByEntity, latestFigures, latestOf, seriesOf } from '../../store/figures.ts';
import { findList, isOnList } from '../../store/lists.ts';
import { findProgress } from '../../store/progress.ts';
import { rowsBehind } from '../../store/rows.ts';

const entitiesMax = 50, rowsMax = 50, historyMax = 60, countsMax = 600;

/** `GET /tablero/indicadores`: every indicator with its figure of the country. */
export async function showIndicators({ db }: Context): Promise<Answer> {
  const figures = (await latestFigures(db)).filter(({ origin }) => origin === 'computed');
  return page(listPage(indicators, new Map(figures.map((figure) => [figure.indicator, figure]))));
}

const indicatorIn = ({ params }: Context): Indicator => findIndicator(params.code ?? '') ?? refuse('indicator_not_found');

async function entityNamed({ db }: Context, { population }: Indicator, key: string | undefined) {
  if (key === undefined) return undefined;
  const entity = await findEntityByKey(db, key.slice(0, 60));
  return entity && (await isOnList(db, population, entity.id)) ? entity : refuse('entity_unknown');
}

/** `GET /tablero/indicadores/:code[?entidad=&despues=]`: the indicator of the country, or of an entity. */
export async function showIndicator(ctx: Context): Promise<Answer> {
  const indicator = indicatorIn(ctx), { db } = ctx, entity = await entityNamed(ctx, indicator, ctx.query.entidad), year = periodOf('year', localDateOf(ctx.now)).key;
  const query = { indicator: indicator.code, population: indicator.population, year };
  const [figures, progress, list, found, departments, history] = await Promise.all([
    latestOf(db, indicator.code, entity?.id), findProgress(db, ctx.now), findList(db, indicator.population), entity ? [] : figuresByEntity(db, { ...query, ...afterIn(ctx), limit: entitiesMax + 1 }),
    entity ? [] : figuresByDepartment(db, query.indicator, query.population, year), seriesOf(db, { indicator: indicator.code, kind: 'month', ...(entity && { entityId: entity.id }), limit: historyMax }),
  ]);
  const entities = found.slice(0, entitiesMax), last = entities.at(-1);
  return page(indicatorPage({
    indicator, entity, entities, list, departments, history, observedAt: progress.observedAt,
    computed: figures.find(({ origin }) => origin === 'computed'), declared: figures.find(({ origin }) => origin === 'declared'),
    next: found.length > entitiesMax && last ? `${indicatorHref(indicator.code)}?despues=${encodeURIComponent(`${last.entityId}|${last.name}`)}` : undefined,
  }));
}

function afterIn({ query }: Context): { readonly after?: { readonly name: string; readonly entityId: NonNullable<ReturnType<typeof parseId<'entity'>>> } } {
  const [id, ...rest] = (query.despues ?? '').split('|'), entityId = parseId<'entity'>(id);
  return entityId ? { after: { entityId, name: rest.join('|').slice(0, 300) } } : {};
}

/** `GET /tablero/indicadores/:code/historia/:entity/:format`: the figures of an indicator by month as a sheet; `pais` is the country. */
export async function downloadHistory(ctx: Context): Promise<Answer> {
  const indicator = indicatorIn(ctx), entity = ctx.params.entity === 'pais' ? undefined : await entityNamed(ctx, indicator, ctx.params.entity);
  const history = await seriesOf(ctx.db, { indicator: indicator.code, kind: 'month', ...(entity && { entityId: entity.id }), limit: historyMax });
  const rows = history.map(({ period, num, den, value, cutOff, version, sha256 }) => { const read = parsePeriod(period); return [period, read ? sayPeriod(read) : period, num, den, value, indicator.unit, cutOff.toISOString(), version, sha256]; });
  return sheetAnswer([{ name: indicator.code, head: ['Periodo', 'En palabras', 'Numerador', 'Denominador', 'Valor', 'Unidad', 'Corte', 'Versión', 'Huella'], rows }], ctx.params.format, `indicador-${indicator.code}-${entity?.key ?? 'pais'}`);
}

/** `GET /tablero/indicadores/:code/filas/:operand[?entidad=&despues=]`: what a number counts, one by one for whoever may see it. */
export async function showRows(ctx: Context): Promise<Answer> {
  const indicator = indicatorIn(ctx), { db, person } = ctx, operand = (namesIn(indicator).includes(ctx.params.operand ?? '') ? operandsByName.get(ctx.params.operand ?? '') : undefined) ?? refuse('operand_not_found');
  const entity = await entityNamed(ctx, indicator, ctx.query.entidad), period = periodOf('year', localDateOf(ctx.now)), own = plans(ctx) ? person?.entityId : undefined;
  const maySee = operand.visible === 'public' || (entity !== undefined && entity.id === own), after = sortIn(ctx);
  const [[figure], counts, found] = await Promise.all([
    latestOf(db, indicator.code, entity?.id), entity ? [] : countsOfOperand(db, { indicator: indicator.code, operand: operand.name, year: period.key, limit: countsMax }),
    maySee ? rowsBehind(db, operand, { period, population: indicator.population, entityId: entity?.id, after, limit: rowsMax + 1 }) : undefined,
  ]);
  const rows = found?.slice(0, rowsMax), last = rows?.at(-1), address = rowsHref(indicator.code, operand.name, entity?.key);
  return page(rowsPage({
    indicator, operand, entity, period, amount: figure?.operands[operand.name] ?? null, counts, rows, own: counts.find(({ id }) => id === own),
    next: (found?.length ?? 0) > rowsMax && last ? `${address}${entity ? '&' : '?'}despues=${encodeURIComponent(`${last.key}|${last.sort}`)}` : undefined,
  }));
}

const readers: readonly string[] = ['egov_head', 'authority', 'auditor', 'supervisor', 'designer'];

// Who plans, decides or watches in an entity sees what its figures are made of.
const plans = ({ person }: Context): boolean => person?.roles.some((role) => readers.includes(role)) ?? false;

function sortIn({ query }: Context): { readonly sort: string; readonly key: string } | undefined {
  const [key, ...rest] = (query.despues ?? '').slice(0, 500).split('|');
  return key && rest.length > 0 ? { key, sort: rest.join('|') } : undefined;
}
