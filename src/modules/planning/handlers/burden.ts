import { audit } from '#kernel/audit/index.ts';
import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { burdenOf, yearOf } from '../domain/burden/burden.ts';
import { readParameters, type Typed } from '../domain/burden/read-parameters.ts';
import { parameterKeys, type Parameters } from '../domain/burden/parameters.ts';
import { burdenSheets, type BurdenLine } from '../domain/sheets/write-figures.ts';
import { burdenPage } from '../pages/burden-page.ts';
import { parametersOf, setParameter } from '../store/burden-parameters.ts';
import { candidatesOf } from '../store/rankings.ts';
import { exported } from './exported.ts';
import { entityOf, mayWrite, plannerOf } from './planner.ts';

const pageSize = 25;

/** `GET /plan/carga[?despues=]`: what the entity's procedures cost people and the entity in a year, the heaviest first. */
export const showBurden = (ctx: Context): Promise<Answer> => shown(ctx, undefined);

async function shown(ctx: Context, typed: Typed | undefined): Promise<Answer> {
  const { parameters, lines } = await computed(ctx), from = lines.findIndex(({ slug }) => slug === ctx.query.despues) + 1, shownLines = lines.slice(from, from + pageSize), entity = await entityOf(ctx);
  return page(burdenPage({ ctx, entity, parameters, lines: shownLines, from, all: lines.length, year: yearOf(lines.map(({ burden }) => burden)), typed, mayWrite: mayWrite(ctx) }), typed ? 422 : 200);
}

// The heaviest first.
async function computed(ctx: Context): Promise<{ readonly parameters: Parameters; readonly lines: readonly BurdenLine[] }> {
  const { entityId } = plannerOf(ctx), [parameters, procedures] = await Promise.all([parametersOf(ctx.db, entityId), candidatesOf(ctx.db, entityId)]), yearly = ({ burden }: BurdenLine): number => burden.applicantMinor * (burden.timesAYear ?? 0);
  return { parameters, lines: procedures.map(({ slug, name, answers }): BurdenLine => ({ slug, name, burden: burdenOf(answers, parameters) })).sort((a, b) => yearly(b) - yearly(a)) };
}

/** `GET /plan/carga/exportacion/:formato`: the same as sheets, with the figures. A CSV has the procedures alone. */
export async function exportBurden(ctx: Context): Promise<Answer> {
  const [{ parameters, lines }, entity] = await Promise.all([computed(ctx), entityOf(ctx)]);
  return exported(ctx, burdenSheets(lines, parameters), 'carga', entity.key);
}

/** `POST /plan/carga`: sets the figures of the entity, each with its source. */
export async function keepParameters(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), typed = readParameters((name) => postedText(ctx, name));
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
