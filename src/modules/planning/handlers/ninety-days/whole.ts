import { localDateOf } from '#kernel/clock.ts';
import type { Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { tenSteps } from '../../content/ninety-days.ts';
import type { Programme, Whole } from '../../domain/ninety-days/programme.ts';
import { stepsOf, type Step } from '../../domain/ninety-days/step.ts';
import { refuse } from '../../errors.ts';
import { getProgramme } from '../../store/ninety-days/programmes.ts';
import { resultsOf } from '../../store/ninety-days/results.ts';
import { stepsKept } from '../../store/ninety-days/steps.ts';
import { entityOf, plannerOf } from '../planner.ts';

/** The programme that the address names, of the person's own entity. */
export const programmeOf = (ctx: Context): Promise<Programme> => getProgramme(ctx.db, plannerOf(ctx).entityId, parseId<'programme'>(ctx.params.id) ?? refuse('programme_not_found'));

/** The programme that the address names, with all that belongs to it. */
export async function wholeOf(ctx: Context): Promise<Whole> {
  const programme = await programmeOf(ctx);
  const [entity, kept, results] = await Promise.all([entityOf(ctx), stepsKept(ctx.db, programme), resultsOf(ctx.db, programme)]);
  return { programme, entity, results, steps: stepsOf(tenSteps, programme.start, kept), today: localDateOf(ctx.now) };
}

/** The step that the address names. */
export const stepIn = ({ params }: Context, steps: readonly Step[]): Step => steps.find(({ number }) => String(number) === params.number) ?? refuse('programme_not_found');

