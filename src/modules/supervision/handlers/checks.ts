import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { judgeResult, turnIntoFinding } from '../actions/results.ts';
import { runChecks } from '../actions/run-checks.ts';
import type { Given } from '../checks/contract.ts';
import { checks, findCheck } from '../checks/index.ts';
import { sideOf } from '../domain/examination.ts';
import type { Result } from '../domain/results.ts';
import { refuse } from '../errors.ts';
import { entityHref, partHref, resultHref } from '../pages/addresses.ts';
import { entityChecksPage, overviewPage } from '../pages/checks-pages.ts';
import { reasonMax, resultPage } from '../pages/result-page.ts';
import { findExamination } from '../store/examinations.ts';
import { countResults, findResult, lastRun, openExaminationsOf, resultsOf, turnedOf } from '../store/results.ts';
import { entitiesOf, type Entities } from '../store/standings.ts';
import { actorOf, isExaminer } from './viewer.ts';

const goneMax = 50;

/** `GET /control/comprobaciones`: over every entity for whoever examines; others see their own. */
export async function showChecks(ctx: Context): Promise<Answer> {
  if (!isExaminer(ctx)) return seeOther(entityHref(actorOf(ctx).entityId));
  const [counts, { all }] = await Promise.all([countResults(ctx.db), entitiesOf(ctx.db)]);
  const countOf = (entityId: string | undefined, checkKey?: string): number => counts.filter((one) => (entityId === undefined || one.entityId === entityId) && (checkKey === undefined || one.checkKey === checkKey)).reduce((sum, { count }) => sum + count, 0);
  return page(overviewPage({ checks, entities: all.filter(({ id }) => id !== actorOf(ctx).entityId), countOf, entitiesWith: (key) => counts.filter(({ checkKey }) => checkKey === key).length }));
}

type Looked = { readonly entity: Entities['all'][number]; readonly isOwn: boolean; readonly entities: Entities };

// The entity that is looked at: one's own, or any for whoever examines.
async function lookedAt(ctx: Context, id: string | undefined): Promise<Looked> {
  const entities = await entitiesOf(ctx.db), entity = entities.all.find((one) => one.id === id), isOwn = entity?.id === actorOf(ctx).entityId;
  return entity === undefined || (!isOwn && !isExaminer(ctx)) ? refuse('entity_not_found') : { entity, isOwn, entities };
}

const mayJudge = ({ person }: Context): boolean => person?.roles.some((role) => role === 'examiner' || role === 'egov_head' || role === 'auditor') ?? false;

/** `GET /control/comprobaciones/entidad/:id`: what the checks found about it. */
export async function showEntityChecks(ctx: Context): Promise<Answer> {
  const { entity, isOwn } = await lookedAt(ctx, ctx.params.id);
  const [results, gone, last] = await Promise.all([resultsOf(ctx.db, entity.id, 'now'), resultsOf(ctx.db, entity.id, 'gone', goneMax), lastRun(ctx.db, entity.id)]);
  return page(entityChecksPage({ ctx, entity, checks, results, gone, last, isOwn, mayRun: mayJudge(ctx) }));
}

/** `POST /control/comprobaciones/entidad/:id/corrida`: runs them now. */
export const runNow = (given: Given) => async (ctx: Context): Promise<Answer> => {
  const { entity } = await lookedAt(ctx, ctx.params.id), { found, appeared, gone } = await runChecks(ctx.db, entity.id, actorOf(ctx), ctx.now, given);
  return seeOther(entityHref(entity.id), `Resultados: ${found}. Nuevos: ${appeared}. Ya no están: ${gone}.`);
};

async function resultIn(ctx: Context): Promise<Looked & { readonly result: Result }> {
  const result = (await findResult(ctx.db, parseId(ctx.params.id))) ?? refuse('result_not_found'), isOwn = result.entityId === actorOf(ctx).entityId;
  return !isOwn && !isExaminer(ctx) ? refuse('result_not_found') : { ...await lookedAt(ctx, result.entityId), result };
}

/** `GET /control/comprobaciones/resultado/:id`: one thing that was found, and what can be made of it. */
export const showResult = async (ctx: Context): Promise<Answer> => page(await resultShown(ctx, await resultIn(ctx)));

async function resultShown(ctx: Context, { result, entity, isOwn, entities }: Awaited<ReturnType<typeof resultIn>>, wrong: { readonly problem?: string; readonly reason?: string } = {}) {
  const examiner = actorOf(ctx), turned = (await turnedOf(ctx.db, result)).filter(({ examinerId }) => examinerId === examiner.entityId);
  const examinations = isExaminer(ctx) && !isOwn ? await openExaminationsOf(ctx.db, examiner.entityId, entity.id) : undefined;
  return resultPage({ ctx, result, check: findCheck(result.checkKey), entityName: entity.name, isOwn, mayJudge: mayJudge(ctx), nameOf: entities.nameOf, turned, examinations, ...wrong });
}

/** `POST /control/comprobaciones/resultado/:id/descarte`: sets it aside, with the reason. */
export const dismissResult = (ctx: Context): Promise<Answer> => judge(ctx, true);

/** `POST /control/comprobaciones/resultado/:id/vuelta`: takes that back, with the reason. */
export const restoreResult = (ctx: Context): Promise<Answer> => judge(ctx, false);

async function judge(ctx: Context, dismissed: boolean): Promise<Answer> {
  const found = await resultIn(ctx), reason = postedText(ctx, 'motivo').slice(0, reasonMax);
  if (reason === '') return page(await resultShown(ctx, found, { problem: 'Escriba el motivo.', reason }), 422);
  if ((found.result.dismissed ?? false) !== dismissed) await judgeResult(ctx.db, actorOf(ctx), found.result, dismissed, reason, ctx.now);
  return seeOther(resultHref(found.result.id), dismissed ? 'Descartamos el resultado.' : 'El resultado vuelve a contar.');
}

/** `POST /control/comprobaciones/resultado/:id/hallazgo`: makes a finding of it, and leads to where it is completed. */
export async function turnResult(ctx: Context): Promise<Answer> {
  const { result, entity } = await resultIn(ctx), examination = await findExamination(ctx.db, parseId(postedText(ctx, 'examen')));
  if (examination === undefined || sideOf(actorOf(ctx), examination) !== 'examiner' || examination.examinedId !== entity.id) return refuse('examination_not_found');
  const again = (await turnedOf(ctx.db, result)).find(({ examinationId, code }) => examinationId === examination.id && code !== null);
  const { id, code } = again ? { id: again.partId, code: again.code } : await turnIntoFinding(ctx.db, actorOf(ctx), examination, result, ctx.now);
  return seeOther(partHref(id), `Es el hallazgo ${code}. Complételo.`);
}
