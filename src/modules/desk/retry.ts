import { actAsOfficer, type Case } from '#modules/cases/index.ts';
import { button, postForm, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { caseHref, caseIdOf, isSupervisor, officerOf } from './officer.ts';

/** The warning that an automatic step stands still, with the button to try again for whoever runs the office. */
export function incidentWarning(ctx: Context, current: Case): Html {
  const { incident } = current.state;
  if (incident === undefined) return html``;
  return html`${warningText(html`Un paso automático está detenido. Dice: «${incident}».`)}${isSupervisor(officerOf(ctx))
    ? postForm({ csrf: ctx.csrf, action: caseHref(current.id, '/reintento'), body: button({ text: 'Reintentar el paso', kind: 'secondary' }) })
    : html`<p class="govuk-body">Avise a su jefatura: puede reintentarlo cuando se haya corregido la causa.</p>`}`;
}

/** `POST /escritorio/tramites/:id/reintento`: the flow tries again what stands still. */
export async function retryStep(ctx: Context): Promise<Answer> {
  const id = caseIdOf(ctx);
  await actAsOfficer(ctx.db, id, officerOf(ctx), { type: 'retry_incident' }, ctx.now);
  return seeOther(caseHref(id), 'Se reintentó el paso.');
}
