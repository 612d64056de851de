import { nextPage, readPage, unposted, visiblePages, type Answers, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { page, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { chooseSolutions, keepSolution } from '../../actions/strategy/keep-strategy.ts';
import { solutionForm } from '../../content/strategy-guide.ts';
import { sortKeyOf } from '../../domain/inventory/sort-key.ts';
import type { FrozenLine } from '../../domain/ranking/frozen.ts';
import type { Chosen } from '../../domain/strategy/guide.ts';
import { refuse } from '../../errors.ts';
import { solutionHref, strategyHref } from '../../pages/strategy/addresses.ts';
import { choosePage } from '../../pages/strategy/choose-page.ts';
import { solutionPage } from '../../pages/strategy/solution-page.ts';
import { findEntries } from '../../store/entries.ts';
import { getSnapshot } from '../../store/rankings.ts';
import { solutionsOf, type KeptSolution, type Strategy } from '../../store/strategy/strategies.ts';
import { plannerOf } from '../planner.ts';
import { strategyOf } from './open.ts';

const offeredMax = 40, foundMax = 40, chosenMax = 10;

/** `GET /plan/estrategia/:id/soluciones[?q=]`: which procedures of the order the strategy takes; what is further down is found by its name. */
export async function askSolutions(ctx: Context): Promise<Answer> {
  const strategy = await strategyOf(ctx), kept = await solutionsOf(ctx.db, strategy.entityId, strategy.id), chosen = kept.map(({ procedureId }) => procedureId);
  return page(choosePage(ctx, strategy, { ...(await offered(ctx, strategy, chosen)), chosen }));
}

/** `POST /plan/estrategia/:id/soluciones?revision=`: sets them, in the order of priority. */
export async function keepSolutions(ctx: Context): Promise<Answer> {
  const strategy = await strategyOf(ctx), kept = await solutionsOf(ctx.db, strategy.entityId, strategy.id), said = new Set([ctx.form.tramite ?? []].flat()), { lines, all } = await offered(ctx, strategy, kept.map(({ procedureId }) => procedureId), said);
  const chosen = lines.filter(({ procedureId }) => said.has(procedureId)).map(({ procedureId }) => procedureId), revision = revisionSeen(ctx, strategy.revision);
  const problem = chosen.length === 0 ? 'Elija al menos un trámite.' : chosen.length > chosenMax ? `Elija ${chosenMax} trámites como máximo.` : undefined;
  if (problem !== undefined) return page(choosePage(ctx, { ...strategy, revision }, { lines, all, chosen, problem }), 422);
  await chooseSolutions(ctx.db, plannerOf(ctx), { ...strategy, revision }, chosen, ctx.now);
  return seeOther(strategyHref(strategy.id), chosen.length === 1 ? 'La estrategia toma un trámite.' : `La estrategia toma ${chosen.length} trámites.`);
}

/** The head of the order, what was looked for and what is chosen from further down, that is in the inventory. */
async function offered(ctx: Context, { entityId, snapshotId }: Strategy, kept: readonly string[], said: ReadonlySet<string> = new Set()): Promise<{ readonly lines: readonly FrozenLine[]; readonly all: number }> {
  const { rows } = await getSnapshot(ctx.db, entityId, snapshotId), text = sortKeyOf((ctx.query.q ?? '').slice(0, 100).trim());
  const found = new Set(text === '' ? [] : rows.filter(({ name }) => sortKeyOf(name).includes(text)).slice(0, foundMax).map(({ procedureId }) => procedureId));
  const lines = rows.filter(({ procedureId }, at) => (text === '' && at < offeredMax) || found.has(procedureId) || said.has(procedureId) || kept.includes(procedureId));
  const entries = await findEntries(ctx.db, entityId, [...new Set([...lines.map(({ procedureId }) => procedureId), ...kept])]);
  const gone = kept.filter((id) => !lines.some(({ procedureId }) => procedureId === id)).map((procedureId): FrozenLine => ({ procedureId, name: entries.get(procedureId)?.name ?? procedureId, place: null, score: 0 }));
  return { lines: [...lines, ...gone].filter(({ procedureId }) => entries.has(procedureId)), all: rows.length };
}

type Filled = { readonly strategy: Strategy; readonly chosen: Chosen; readonly kept: KeptSolution };

async function filledOf(ctx: Context): Promise<Filled> {
  const strategy = await strategyOf(ctx), all = await solutionsOf(ctx.db, strategy.entityId, strategy.id), entries = await findEntries(ctx.db, strategy.entityId, all.map(({ procedureId }) => procedureId));
  const kept = all.find(({ procedureId }) => entries.get(procedureId)?.slug === ctx.params.slug) ?? refuse('section_not_found'), entry = entries.get(kept.procedureId) ?? refuse('section_not_found');
  return { strategy, kept, chosen: { procedureId: kept.procedureId, slug: entry.slug, name: entry.name } };
}

/** `GET /plan/estrategia/:id/soluciones/:slug/:page`: the stages of a solution, or what it will cost people. */
export async function showSolutionForm(ctx: Context): Promise<Answer> {
  const filled = await filledOf(ctx), shown = pageIn(ctx, filled.kept);
  return shown ? formPage(ctx, filled, shown, unposted) : seeOther(strategyHref(filled.strategy.id));
}

/** `POST /plan/estrategia/:id/soluciones/:slug/:page?revision=`: keeps what was understood and goes on, or shows what must be put right, or what somebody else saved meanwhile. */
export async function keepSolutionForm(ctx: Context): Promise<Answer> {
  const filled = await filledOf(ctx), { strategy, chosen, kept } = filled, shown = pageIn(ctx, kept), revision = revisionSeen(ctx, kept.revision);
  if (!shown) return seeOther(strategyHref(strategy.id));
  const reading = readPage(solutionForm, shown.id, ctx.form, kept.answers, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return formPage(ctx, { ...filled, kept: { ...kept, revision, answers: reading.answers } }, shown, reading);
  if (!await keepSolution(ctx.db, plannerOf(ctx), strategy, { procedureId: kept.procedureId, revision }, reading.answers, ctx.now)) return clash(ctx, shown, reading.answers);
  const next = ctx.form.accion === 'salir' ? undefined : nextPage(solutionForm, shown.id, reading.answers, { now: ctx.now });
  return seeOther(next ? solutionHref(strategy.id, chosen.slug, next.id) : strategyHref(strategy.id), next ? undefined : 'Guardamos las etapas y la carga.');
}

/** Somebody else has changed the solution meanwhile: what they saved is shown above what was typed, which can be saved over it. */
async function clash(ctx: Context, shown: FormPage, typed: Answers): Promise<Answer> {
  const { strategy, chosen, kept } = await filledOf(ctx);
  return page(solutionPage(ctx, strategy, chosen, shown, typed, kept.revision, unposted, kept.answers), 409);
}

const pageIn = (ctx: Context, { answers }: KeptSolution): FormPage | undefined => visiblePages(solutionForm, answers, { now: ctx.now }).find(({ id }) => id === ctx.params.page);

const formPage = (ctx: Context, { strategy, chosen, kept }: Filled, shown: FormPage, state: PostedState): Answer =>
  page(solutionPage(ctx, strategy, chosen, shown, kept.answers, kept.revision, state), state.errors.length > 0 ? 422 : 200);
