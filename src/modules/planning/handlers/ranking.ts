import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { audit } from '#kernel/audit/index.ts';
import { parseId } from '#kernel/ids.ts';
import { readWeights } from '../domain/ranking/criteria.ts';
import { effortOf } from '../domain/ranking/effort.ts';
import { movesSince } from '../domain/ranking/moves.ts';
import { rank, sensitivity } from '../domain/ranking/rank.ts';
import { refuse } from '../errors.ts';
import { rankingPage } from '../pages/ranking/ranking-page.ts';
import { snapshotPage } from '../pages/ranking/snapshot-page.ts';
import { candidatesOf, freeze, getSnapshot, setWeights, snapshotsOf, weightsOf } from '../store/rankings.ts';
import { entityOf, mayWrite, plannerOf } from './planner.ts';

const shownMax = 100;

/** `GET /plan/priorizacion`: the order, why it is so, and how much it hangs on the weights. */
export async function showRanking(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx);
  const [entity, weights, candidates, snapshots] = await Promise.all([entityOf(ctx), weightsOf(ctx.db, entityId), candidatesOf(ctx.db, entityId), snapshotsOf(ctx.db, entityId)]);
  const spreads = sensitivity(candidates, weights), byId = new Map(candidates.map((one) => [one.procedureId, one]));
  const lines = rank(candidates, weights).slice(0, shownMax).map((one) => ({ ...one, spread: spreads.get(one.procedureId), effort: effortOf(byId.get(one.procedureId)?.answers ?? {}) }));
  return page(rankingPage({ ctx, entity, weights, lines, all: candidates.length, snapshots, mayWrite: mayWrite(ctx) }));
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

/** `POST /plan/priorizacion`: freezes the order as it is now. */
export async function freezeRanking(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), [weights, candidates] = await Promise.all([weightsOf(ctx.db, planner.entityId), candidatesOf(ctx.db, planner.entityId)]);
  const rows = rank(candidates, weights).map(({ procedureId, name, place, score }) => ({ procedureId, name, place: place ?? null, score }));
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
  return page(snapshotPage(snapshot, movesSince(snapshot.rows, rank(candidates, weights))));
}
