import { withdrawCase } from '#modules/cases/index.ts';
import { button, postForm, textArea, warningText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import { openOwn } from './open-own.ts';

/** `GET /mis-tramites/:id/retiro`: asks before giving up. */
export async function askWithdrawal(ctx: Context): Promise<Answer> {
  const { current, definition } = await openOwn(ctx);
  return page({
    title: 'Retirar la solicitud', section: '/mis-tramites', backLink: { href: `/mis-tramites/${current.id}`, text: 'Volver sin retirar' }, noIndex: true,
    main: html`<h1 class="govuk-heading-l">¿Retirar la solicitud ${current.number}?</h1>
      <p class="govuk-body">${definition.name}, ${definition.entityName}.</p>
      ${warningText('No se puede deshacer. Lo que ya pagó no se devuelve por este medio: consulte a la entidad.')}
      ${postForm({ csrf: ctx.csrf, body: [
        textArea({ id: 'motivo', name: 'motivo', label: 'Motivo (opcional)', rows: 3, maxLength: 500 }), button({ text: 'Sí, retirar la solicitud', kind: 'warning' }),
      ] })}`,
  });
}

/** `POST /mis-tramites/:id/retiro`. */
export async function withdraw(ctx: Context): Promise<Answer> {
  const { current } = await openOwn(ctx);
  const reason = typeof ctx.form.motivo === 'string' ? ctx.form.motivo.slice(0, 500) : '';
  await withdrawCase(ctx.db, current.id, applicantOf(ctx), reason, ctx.now);
  return seeOther(`/mis-tramites/${current.id}`, 'Retiramos su solicitud.');
}
