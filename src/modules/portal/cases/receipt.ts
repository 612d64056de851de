import { renderSummary, summarise } from '#modules/forms/index.ts';
import { variablesOf } from '#modules/cases/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import { panel, summaryList } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { openOwn } from './open-own.ts';

/** `GET /mis-tramites/:id/comprobante`: what was handed in and when, to print. The mark is the hash of the first fact, which nobody can change. */
export async function showReceipt(ctx: Context): Promise<Answer> {
  const { current, definition } = await openOwn(ctx);
  const sections = summarise(definition.form, current.answers, { now: ctx.now, variables: variablesOf(definition, current, ctx.now) });
  return page({
    title: `Comprobante ${current.number}`, section: '/mis-tramites', backLink: { href: `/mis-tramites/${current.id}`, text: 'Volver al trámite' }, noIndex: true,
    main: html`${panel({ title: 'Solicitud presentada', body: html`Número<br><strong>${current.number}</strong>` })}
      ${summaryList([
        { key: 'Trámite', value: definition.name }, { key: 'Entidad', value: definition.entityName },
        { key: 'Solicitante', value: `${current.applicant.name}${current.applicant.documentNumber === undefined ? '' : `, cédula ${current.applicant.documentNumber}`}` },
        { key: 'Presentada', value: sayInstant(current.submittedAt) },
      ])}
      ${renderSummary(sections)}
      <p class="govuk-body app-small">Marca de integridad del expediente a la fecha: <span class="app-code">${current.head}</span></p>`,
  });
}
