import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { audit } from '#kernel/audit/index.ts';
import { parseId } from '#kernel/ids.ts';
import { readWeights } from '../domain/ranking/criteria.ts';
import { effortOf } from '../domain/ranking/effort.ts';
import { frozenLines } from '../domain/ranking/frozen.ts';
import { movesSince } from '../domain/ranking/moves.ts';
import { rank, sensitivity } from '../domain/ranking/rank.ts';
import { rankingSheets } from '../domain/sheets/write-figures.ts';
import { refuse } from '../errors.ts';
import { effortPage } from '../pages/ranking/effort-page.ts';
import { rankingPage } from '../pages/ranking/ranking-page.ts';
import { snapshotPage } from '../pages/ranking/snapshot-page.ts';
import { getEntry } from '../store/entries.ts';
import { effortsOf, setEffort } from '../store/efforts.ts';
import { candidatesOf, freeze, getSnapshot, setWeights, snapshotsOf, weightsOf } from '../store/rankings.ts';
import { exported } from './exported.ts';
import { entityOf, mayWrite, plannerOf } from './planner.ts';

const shownMax = 100, reasonMax = 500;

/** `GET /plan/priorizacion`: the order, why it is so, and how much it hangs on the weights. */
export async function showRanking(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx);
  const [entity, weights, candidates, snapshots, efforts] = await Promise.all([entityOf(ctx), weightsOf(ctx.db, entityId), candidatesOf(ctx.db, entityId), snapshotsOf(ctx.db, entityId), effortsOf(ctx.db, entityId)]);
  const spreads = sensitivity(candidates, weights), byId = new Map(candidates.map((one) => [one.procedureId, one]));
  const lines = rank(candidates, weights).slice(0, shownMax).map((one) => ({ ...one, spread: spreads.get(one.procedureId), effort: effortOf(byId.get(one.procedureId)?.answers ?? {}, efforts.get(one.procedureId)) }));
  return page(rankingPage({ ctx, entity, weights, lines, all: candidates.length, snapshots, mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/priorizacion/exportacion/:formato`: the whole order as sheets, with points by criterion and the weights. A CSV has the order alone. */
export async function exportRanking(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, weights, candidates, efforts] = await Promise.all([entityOf(ctx), weightsOf(ctx.db, entityId), candidatesOf(ctx.db, entityId), effortsOf(ctx.db, entityId)]);
  const byId = new Map(candidates.map((one) => [one.procedureId, one]));
  return exported(ctx, rankingSheets(rank(candidates, weights), weights, (id) => effortOf(byId.get(id)?.answers ?? {}, efforts.get(id))), 'priorizacion', entity.key);
}

/** `POST /plan/priorizacion/pesos`: sets the weights of the entity. */
export async function keepWeights(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), weights = readWeights((key) => { const typed = ctx.form[`peso-${key}`]; return typeof typed === 'string' ? typed : undefined; }, await weightsOf(ctx.db, planner.entityId));
  await ctx.db.transaction(async (tx) => {
    await setWeights(tx, planner.entityId, weights, planner.id, ctx.now);
    await audit(tx, { action: 'planning.weights_set', subject: `inventory:${planner.entityId}`, person: planner, detail: weights });
  });
  return seeOther('/plan/priorizacion', 'Ordenamos con los nuevos pesos.');
}

/** `GET /plan/priorizacion/esfuerzo/:slug`: asks how hard a procedure is to digitise, beside what was computed. */
export async function askEffort(ctx: Context): Promise<Answer> {
  const { entry, effort } = await effortIn(ctx);
  return page(effortPage({ ctx, entry, effort, points: String(effort.corrected?.points ?? ''), reason: effort.corrected?.reason ?? '', problems: [] }));
}

/** `POST /plan/priorizacion/esfuerzo/:slug`: keeps what the entity says of it with the reason; an empty figure takes the computed one again. */
export async function keepEffort(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), { entry, effort } = await effortIn(ctx), [points, reason] = [postedText(ctx, 'puntos'), postedText(ctx, 'motivo')];
  const problems = [
    ...(points === '' || (/^\d{1,3}$/.test(points) && Number(points) <= 100) ? [] : [{ field: 'puntos', text: 'Escriba un número entero de 0 a 100, o deje la casilla vacía.' }]),
    ...(reason === '' || reason.length > reasonMax ? [{ field: 'motivo', text: `Escriba el motivo, en ${reasonMax} letras como máximo.` }] : []),
  ];
  if (problems.length > 0) return page(effortPage({ ctx, entry, effort, points, reason, problems }), 422);
  await ctx.db.transaction(async (tx) => {
    await setEffort(tx, entry, points === '' ? undefined : Number(points), reason, planner.id, ctx.now);
    await audit(tx, { action: 'planning.effort_set', subject: `entry:${entry.procedureId}`, person: planner, at: ctx.now });
  });
  return seeOther('/plan/priorizacion', points === '' ? 'El esfuerzo vuelve a ser el calculado.' : 'Guardamos el esfuerzo que usted indicó.');
}

async function effortIn(ctx: Context) {
  const { entityId } = plannerOf(ctx), entry = await getEntry(ctx.db, entityId, ctx.params.slug ?? '');
  return { entry, effort: effortOf(entry.answers, (await effortsOf(ctx.db, entityId, entry.procedureId)).get(entry.procedureId)) };
}

/** `POST /plan/priorizacion`: freezes the order as it is now. */
export async function freezeRanking(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), [weights, candidates, efforts] = await Promise.all([weightsOf(ctx.db, planner.entityId), candidatesOf(ctx.db, planner.entityId), effortsOf(ctx.db, planner.entityId)]);
  const rows = frozenLines(candidates, weights, efforts);
  const id = await ctx.db.transaction(async (tx) => {
    const made = await freeze(tx, planner.entityId, weights, rows, planner.id, ctx.now);
    await audit(tx, { action: 'planning.ranking_frozen', subject: `snapshot:${made}`, person: planner, detail: { entries: rows.length } });
    return made;
  });
  return seeOther(`/plan/priorizacion/${id}`, 'Guardamos el orden.');
}

/** `GET /plan/priorizacion/:id`: a frozen order beside the order of now. */
export async function showSnapshot(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), snapshot = await getSnapshot(ctx.db, entityId, parseId<'ranking-snapshot'>(ctx.params.id) ?? refuse('snapshot_not_found'));
  const [weights, candidates] = await Promise.all([weightsOf(ctx.db, entityId), candidatesOf(ctx.db, entityId)]);
  return page(snapshotPage(snapshot, movesSince(snapshot.rows, rank(candidates, weights)), mayWrite(ctx)));
}
