import { sheetAnswer, type Sheet } from '#modules/office/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { audit } from '#kernel/audit/index.ts';
import { figuresOf } from '../domain/dashboard/figures.ts';
import { filtered, readFilter } from '../domain/dashboard/filter.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { stateRows } from '../domain/follow-up/states.ts';
import { readTerms } from '../domain/follow-up/terms.ts';
import { textOf } from '../domain/parts.ts';
import { followedPage } from '../pages/followed-page.ts';
import { homePage } from '../pages/home-page.ts';
import { termsPage } from '../pages/terms-page.ts';
import { followedMax } from '../store/follow-up.ts';
import { countResults } from '../store/results.ts';
import { setTerms, termsOf } from '../store/terms.ts';
import { entitiesOf } from '../store/standings.ts';
import { actorOf, isExaminer, sideIn, standingsIn } from './viewer.ts';

const pageSize = 50;

/** `GET /control`: how the recommendations stand, and where to go on. */
export async function showHome(ctx: Context): Promise<Answer> {
  const { entityId } = actorOf(ctx), side = sideIn(ctx), entities = await entitiesOf(ctx.db), standings = await standingsIn(ctx, { entityId, side }, entities);
  const mine = standings.filter(({ turn, isParent, notifiedAt }) => turn === side && !isParent && notifiedAt !== null).length;
  const results = (await countResults(ctx.db)).filter((one) => (side === 'examiner') === (one.entityId !== entityId)).reduce((sum, { count }) => sum + count, 0);
  return page(homePage({ side, entityName: entities.nameOf(entityId), figures: figuresOf(standings), mine, results, nameOf: entities.nameOf }));
}

/** `GET /control/recomendaciones[?estado=&entidad=&vencidas=si&turno=si&despues=]`: from the oldest. */
export async function showFollowed(ctx: Context): Promise<Answer> {
  const { entityId } = actorOf(ctx), side = sideIn(ctx), entities = await entitiesOf(ctx.db), all = await standingsIn(ctx, { entityId, side }, entities);
  const filter = readFilter(ctx.query, side), found = filtered(all, filter), start = found.findIndex(({ id }) => id === ctx.query.despues) + 1, lines = found.slice(start, start + pageSize);
  const examined = new Set<string>(all.map(({ examinedId }) => examinedId));
  return page(followedPage({ lines, count: found.length, isCut: all.length >= followedMax, filter, next: found.length > start + pageSize ? lines.at(-1)?.id : undefined, nameOf: entities.nameOf, entities: isExaminer(ctx) ? entities.all.filter(({ id }) => examined.has(id)) : [] }));
}

/** `GET /control/archivo/:format`: the same as a sheet, all of them. */
export async function downloadFollowed(ctx: Context): Promise<Answer> {
  const { entityId } = actorOf(ctx), entities = await entitiesOf(ctx.db), all = await standingsIn(ctx, { entityId, side: sideIn(ctx) }, entities);
  return sheetAnswer([sheetOf(all, entities.nameOf)], ctx.params.format, 'recomendaciones');
}

const sheetOf = (standings: readonly Standing[], nameOf: (id: string) => string): Sheet => ({
  name: 'Recomendaciones', head: ['Informe', 'Entidad', 'Código', 'Recomendación', 'Prioridad', 'Estado', 'Notificada', 'Para cuándo', 'Vencida', 'Días desde la notificación', 'Ejemplo'],
  rows: standings.map((one) => [one.reportNumber, nameOf(one.examinedId), one.code, textOf(one.answers, 'texto'), textOf(one.answers, 'prioridad'), stateRows[one.state].name, one.notifiedAt === null ? null : localDateOf(one.notifiedAt), one.due?.day ?? null, one.overdue ? 'Sí' : 'No', one.notifiedAt === null ? null : one.ageDays, one.example === null ? 'No' : 'Sí']),
});

/** `GET /control/plazos`: the terms of the authority. */
export const showTerms = async (ctx: Context): Promise<Answer> => page(termsPage(ctx, await termsOf(ctx.db, actorOf(ctx).entityId), []));

/** `POST /control/plazos`: sets them; what runs already goes on as it began. */
export async function keepTerms(ctx: Context): Promise<Answer> {
  const actor = actorOf(ctx), { terms, faults } = readTerms((name) => postedText(ctx, name));
  if (faults.length > 0) return page(termsPage(ctx, await termsOf(ctx.db, actor.entityId), faults.map(({ field, message }) => ({ href: `#${field}`, text: message })), (name) => postedText(ctx, name).slice(0, 200)), 422);
  await ctx.db.transaction(async (tx) => {
    await setTerms(tx, actor.entityId, terms, actor.id, ctx.now);
    await audit(tx, { action: 'supervision.terms_set', subject: `entity:${actor.entityId}`, person: actor, detail: terms });
  });
  return seeOther('/control/plazos', 'Guardamos los plazos.');
}
