import { audit } from '#kernel/audit/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { burdenOf, yearOf } from '../domain/burden/burden.ts';
import { readParameters, type Typed } from '../domain/burden/read-parameters.ts';
import { parameterKeys } from '../domain/burden/parameters.ts';
import { burdenPage } from '../pages/burden-page.ts';
import { parametersOf, setParameter } from '../store/burden-parameters.ts';
import { candidatesOf } from '../store/rankings.ts';
import { entityOf, mayWrite, plannerOf } from './planner.ts';

const pageSize = 25;

/** `GET /plan/carga[?despues=]`: what the entity's procedures cost people and the entity in a year, the heaviest first. */
export const showBurden = (ctx: Context): Promise<Answer> => shown(ctx, undefined);

async function shown(ctx: Context, typed: Typed | undefined): Promise<Answer> {
  const { entityId } = plannerOf(ctx);
  const [entity, parameters, procedures] = await Promise.all([entityOf(ctx), parametersOf(ctx.db, entityId), candidatesOf(ctx.db, entityId)]);
  const lines = procedures.map(({ slug, name, answers }) => ({ slug, name, burden: burdenOf(answers, parameters) }));
  const heaviest = lines.sort((a, b) => b.burden.applicantMinor * (b.burden.timesAYear ?? 0) - a.burden.applicantMinor * (a.burden.timesAYear ?? 0));
  const from = heaviest.findIndex(({ slug }) => slug === ctx.query.despues) + 1, shownLines = heaviest.slice(from, from + pageSize);
  return page(burdenPage({ ctx, entity, parameters, lines: shownLines, from, all: lines.length, year: yearOf(lines.map(({ burden }) => burden)), typed, mayWrite: mayWrite(ctx) }), typed ? 422 : 200);
}

/** `POST /plan/carga`: sets the figures of the entity, each with its source. */
export async function keepParameters(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), typed = readParameters((name) => { const text = ctx.form[name]; return typeof text === 'string' ? text : ''; });
  if (typed.problems.length > 0) return shown(ctx, typed);
  await ctx.db.transaction(async (tx) => {
    for (const key of parameterKeys) {
      const set = typed.read[key];
      if (set) await setParameter(tx, planner.entityId, key, set.amountMinor, set.source, planner.id, ctx.now);
    }
    await audit(tx, { action: 'planning.burden_parameters_set', subject: `inventory:${planner.entityId}`, person: planner, at: ctx.now });
  });
  return seeOther('/plan/carga', 'Calculamos con las nuevas cifras.');
}
