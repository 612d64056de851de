import { formatLinks, textAnswer, textFormats, textPage, type OfficeText } from '#modules/office/index.ts';
import { html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { sendPrint } from '../../actions/procedure/print.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { planText } from '../../domain/plan/text.ts';
import { planHref } from '../../pages/plan/addresses.ts';
import { exampleNote } from '../../pages/plan/parts.ts';
import { personOf, seenPlan, type Seen } from '../procedure/reader.ts';

const textOf = ({ plan, entity, world }: Seen): OfficeText => planText(plan, plan.content, nationalPlan, { name: entity.name, calendar: world.calendars.entity });

/** `GET /plan/pige/:id/texto`: the plan as it is printed, with everything that is reserved; for its entity, and for those who revise it. */
export async function showText(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx), { plan } = seen, isOurs = personOf(ctx).entityId === plan.entityId;
  return page({
    title: plan.title, section: '/plan', width: 'wide', noIndex: true, backLink: isOurs ? { href: planHref(plan.id), text: 'Índice del plan' } : { href: planHref(plan.id, '/tramite'), text: 'Trámite del plan' },
    main: html`${exampleNote(plan)}${textPage(textOf(seen))}<h2 class="govuk-heading-m">Descargar</h2>${formatLinks(planHref(plan.id, '/texto'), textFormats)}`,
  });
}

/** `GET /plan/pige/:id/texto/:format`: the same as a file; of an approved plan, the very file that was printed then. */
export async function downloadText(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx), { plan, entity } = seen, { format } = ctx.params, fileName = `pige-${entity.key}-${plan.version}`;
  return (await sendPrint(ctx.db, plan, format, fileName, false)) ?? textAnswer(textOf(seen), format, fileName);
}
