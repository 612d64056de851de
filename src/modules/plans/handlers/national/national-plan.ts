import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { refuse } from '../../errors.ts';
import { framePage } from '../../pages/national/frame-page.ts';
import { linePage } from '../../pages/national/line-page.ts';

/** `GET /planes/nacional`: the whole national plan. */
export const showNationalPlan = (): Answer => page(framePage(nationalPlan));

/** `GET /planes/nacional/linea/:n`: one of its lines. */
export const showNationalLine = ({ params }: Context): Answer => page(linePage(nationalPlan, nationalPlan.lines.find(({ number }) => String(number) === params.n) ?? refuse('line_not_found')));
