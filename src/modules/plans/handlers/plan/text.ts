import { formatLinks, textAnswer, textFormats, textPage, type OfficeText } from '#modules/office/index.ts';
import { html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planText } from '../../domain/plan/text.ts';
import { planHref } from '../../pages/plan/addresses.ts';
import { exampleNote } from '../../pages/plan/parts.ts';
import { entityOf, planOf } from '../planner.ts';

async function textOf(ctx: Context): Promise<{ readonly plan: Plan; readonly text: OfficeText; readonly fileName: string }> {
  const [plan, entity] = await Promise.all([planOf(ctx), entityOf(ctx)]);
  return { plan, text: planText(plan, plan.content, nationalPlan, entity), fileName: `pige-${entity.key}-${plan.version}` };
}

/** `GET /plan/pige/:id/texto`: the plan as it is printed, with everything that is reserved. */
export async function showText(ctx: Context): Promise<Answer> {
  const { plan, text } = await textOf(ctx);
  return page({
    title: plan.title, section: '/plan', width: 'wide', noIndex: true, backLink: { href: planHref(plan.id), text: 'Índice del plan' },
    main: html`${exampleNote(plan)}${textPage(text)}<h2 class="govuk-heading-m">Descargar</h2>${formatLinks(planHref(plan.id, '/texto'), textFormats)}`,
  });
}

/** `GET /plan/pige/:id/texto/:format`: the same as a file. */
export async function downloadText(ctx: Context): Promise<Answer> {
  const { text, fileName } = await textOf(ctx);
  return textAnswer(text, ctx.params.format, fileName);
}
