import { boxesOf, askedDay } from '#kernel/html/day-boxes.ts';
import { page, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { calendarDay, localDateOf, type LocalDate } from '#kernel/clock.ts';
import { beginStrategy, changeStrategy } from '../../actions/strategy/keep-strategy.ts';
import { threadsOf } from '../../domain/strategy/threads.ts';
import { strategyHref } from '../../pages/strategy/addresses.ts';
import { factsPage, type FactField, type TypedFacts } from '../../pages/strategy/begin-page.ts';
import { overviewPage } from '../../pages/strategy/home-page.ts';
import { strategiesPage } from '../../pages/strategy/list-page.ts';
import { missingPage } from '../../pages/strategy/missing-page.ts';
import { snapshotsOf } from '../../store/rankings.ts';
import { notesOf } from '../../store/strategy/notes.ts';
import { assignmentsOf, writersOf } from '../../store/strategy/people.ts';
import { strategiesOf, type Strategy, type StrategyFacts } from '../../store/strategy/strategies.ts';
import { versionsOf } from '../../store/strategy/versions.ts';
import { entityOf, mayWrite, plannerOf } from '../planner.ts';
import { openStrategy, strategyOf } from './open.ts';
import { lineIn } from './posted.ts';

/** `GET /plan/estrategia`: the strategies of the entity. */
export async function showStrategies(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, lines] = await Promise.all([entityOf(ctx), strategiesOf(ctx.db, entityId)]);
  return page(strategiesPage(entity, lines, mayWrite(ctx)));
}

/** `GET /plan/estrategia/nueva`: asks what a strategy begins with. */
export async function askStrategy(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, snapshots] = await Promise.all([entityOf(ctx), snapshotsOf(ctx.db, entityId)]), year = Number(localDateOf(ctx.now).slice(0, 4)) + 1;
  const typed = typedOf({ title: `Estrategia de digitalización ${year}`, from: calendarDay(year, 1, 1), until: calendarDay(year, 12, 31), snapshotId: snapshots[0]?.id ?? '' });
  return page(factsPage({ ctx, entity, snapshots, typed }));
}

/** `POST /plan/estrategia/nueva`: begins it and leads to the choice of its procedures. */
export async function begin(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), [entity, snapshots] = await Promise.all([entityOf(ctx), snapshotsOf(ctx.db, planner.entityId)]), { facts, typed } = readFacts(ctx, snapshots.map(({ id }) => id));
  if (facts === undefined) return page(factsPage({ ctx, entity, snapshots, typed }), 422);
  return seeOther(strategyHref(await beginStrategy(ctx.db, planner, facts, ctx.now), '/soluciones'));
}

/** `GET /plan/estrategia/:id/datos`: what a strategy began with, to be changed. */
export async function askFacts(ctx: Context): Promise<Answer> {
  const strategy = await strategyOf(ctx);
  return factsForm(ctx, strategy, typedOf(strategy));
}

/** `POST /plan/estrategia/:id/datos?revision=`: keeps what was changed of it. */
export async function keepFacts(ctx: Context): Promise<Answer> {
  const strategy = await strategyOf(ctx), snapshots = await snapshotsOf(ctx.db, strategy.entityId), { facts, typed } = readFacts(ctx, snapshots.map(({ id }) => id)), revision = revisionSeen(ctx, strategy.revision);
  if (facts === undefined) return factsForm(ctx, { ...strategy, revision }, typed);
  await changeStrategy(ctx.db, plannerOf(ctx), { ...strategy, revision }, facts, ctx.now);
  return seeOther(strategyHref(strategy.id), 'Guardamos los datos de la estrategia.');
}

async function factsForm(ctx: Context, { id, entityId, revision }: Strategy, typed: TypedFacts): Promise<Answer> {
  const [entity, snapshots] = await Promise.all([entityOf(ctx), snapshotsOf(ctx.db, entityId)]);
  return page(factsPage({ ctx, entity, snapshots, typed, href: strategyHref(id), revision }), typed.problems.length > 0 ? 422 : 200);
}

const typedOf = ({ title, from, until, snapshotId }: Omit<StrategyFacts, 'snapshotId'> & { readonly snapshotId: string }): TypedFacts => ({ title, from: boxesOf(from), until: boxesOf(until), snapshotId, problems: [] });

const titleMax = 200, yearsMax = 10;

function readFacts(ctx: Context, snapshotIds: readonly Strategy['snapshotId'][]): { readonly facts: StrategyFacts | undefined; readonly typed: TypedFacts } {
  const said = (name: string): string => lineIn(ctx, name, titleMax + 1), title = said('titulo'), from = dayIn(ctx, 'desde'), until = dayIn(ctx, 'hasta'), snapshotId = snapshotIds.find((id) => id === parseId(ctx.form.orden));
  const checks: readonly (readonly [FactField, boolean, string])[] = [
    ['titulo', title.length < 5, 'Escriba el título, por ejemplo Estrategia de digitalización de trámites recurrentes.'], ['titulo', title.length > titleMax, `Escriba el título en ${titleMax} letras como máximo.`],
    ['desde', from === undefined, 'Escriba el día en que empieza, por ejemplo 2 1 2027.'], ['hasta', until === undefined, 'Escriba el día en que termina, por ejemplo 31 12 2027.'],
    ['hasta', from !== undefined && until !== undefined && from >= until, 'La estrategia debe terminar después de empezar.'], ['hasta', from !== undefined && until !== undefined && Number(until.slice(0, 4)) - Number(from.slice(0, 4)) > yearsMax, `La estrategia puede durar ${yearsMax} años como máximo.`],
    ['orden', snapshotId === undefined, 'Elija el orden de prioridad del que parte.'],
  ];
  const problems = checks.filter(([, holds]) => holds).map(([field, , text]) => ({ field, text })), boxes = (name: string) => ({ day: said(`${name}-day`), month: said(`${name}-month`), year: said(`${name}-year`) });
  const isSound = problems.length === 0 && from !== undefined && until !== undefined && snapshotId !== undefined;
  return { facts: isSound ? { title, from, until, snapshotId } : undefined, typed: { title, from: boxes('desde'), until: boxes('hasta'), snapshotId: lineIn(ctx, 'orden', titleMax), problems } };
}

const dayIn = (ctx: Context, name: string): LocalDate | undefined => askedDay(Object.fromEntries(['day', 'month', 'year'].map((part) => [`${name}-${part}`, lineIn(ctx, `${name}-${part}`, 10)])), name);

/** `GET /plan/estrategia/:id`: how far it is, and the ways into it. */
export async function showStrategy(ctx: Context): Promise<Answer> {
  const opened = await openStrategy(ctx), { entityId, id } = opened.strategy;
  const [assignments, writers, notes, [newest]] = await Promise.all([assignmentsOf(ctx.db, entityId, id), writersOf(ctx.db, entityId, id, ctx.now), notesOf(ctx.db, entityId, id), versionsOf(ctx.db, entityId, id)]);
  const comments = new Map<string, number>();
  for (const { section, isOpen } of threadsOf(notes)) if (isOpen) comments.set(section, (comments.get(section) ?? 0) + 1);
  return page(overviewPage({ ...opened, assignments, writers: writers.filter(({ personId }) => personId !== ctx.person?.id), comments, newest, mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/estrategia/:id/que-falta`: everything that is missing or could be said better. */
export async function showMissing(ctx: Context): Promise<Answer> {
  const { strategy, sections, advice } = await openStrategy(ctx);
  return page(missingPage(strategy, sections, advice, mayWrite(ctx)));
}
