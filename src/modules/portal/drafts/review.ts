import { deleteDraft, submitDraft, type Definition } from '#modules/cases/index.ts';
import { recommendedMissing, renderSummary, summarise, validateAnswers, type FieldError } from '#modules/forms/index.ts';
import { button, errorSummary, insetText, postForm, warningText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf, idOf } from '../applicant.ts';
import { feeSentence } from '../fee-sentence.ts';
import { draftHref, openDraft, type OpenDraft } from './open-draft.ts';

/** `GET /solicitudes/:id/revisar`: everything on one page, each answer with its way back. */
export async function showReview(ctx: Context): Promise<Answer> {
  const opened = await openDraft(ctx);
  return reviewPage(ctx, opened, []);
}

/** `POST /solicitudes/:id/envio`: hands it in, once however often it is pressed; what is missing is listed with links. */
export async function sendDraft(ctx: Context): Promise<Answer> {
  const person = applicantOf(ctx);
  const opened = await openDraft(ctx).catch(() => undefined);
  const errors = opened ? validateAnswers(opened.definition.form, opened.draft.answers, opened.context) : [];
  if (opened && errors.length > 0) return reviewPage(ctx, opened, errors);
  const id = await submitDraft(ctx.db, idOf(ctx), person, ctx.now);
  return seeOther(`/mis-tramites/${id}`, 'Recibimos su solicitud. Guarde el número: con él puede seguirla.');
}

/** `GET /solicitudes/:id/descarte`: asks before throwing away. */
export async function askDiscard(ctx: Context): Promise<Answer> {
  const { draft, definition } = await openDraft(ctx);
  return page({
    title: 'Descartar el borrador', section: '/mis-tramites', backLink: { href: '/mis-tramites', text: 'Volver a mis trámites' }, noIndex: true,
    main: html`<h1 class="govuk-heading-l">¿Descartar el borrador de «${definition.name}»?</h1>
      ${warningText('Se borra lo que escribió y los archivos que subió. No se puede deshacer.')}
      ${postForm({ csrf: ctx.csrf, body: button({ text: 'Sí, descartarlo', kind: 'warning' }), action: `${draftHref(draft.id)}/descarte` })}`,
  });
}

/** `POST /solicitudes/:id/descarte`. */
export async function discardDraft(ctx: Context): Promise<Answer> {
  await deleteDraft(ctx.db, idOf(ctx), applicantOf(ctx).id);
  return seeOther('/mis-tramites', 'Descartamos el borrador.');
}

function reviewPage(ctx: Context, { draft, definition, context, pages }: OpenDraft, errors: readonly FieldError[]): Answer {
  const changeHref = (at: string, field: string) => `${draftHref(draft.id, at)}?revisar=1#${field}`;
  const lacking = validateAnswers(definition.form, draft.answers, context);
  const [advice, missing] = lacking.length > 0 ? ['Para poder enviar falta:', lacking] : ['Puede enviar así, aunque conviene completar:', recommendedMissing(definition.form, draft.answers, context)];
  const last = pages.at(-1);
  return page({
    title: 'Revise su solicitud', section: '/mis-tramites', hasErrors: errors.length > 0, noIndex: true,
    ...(last ? { backLink: { href: draftHref(draft.id, last.id), text: 'Volver' } } : {}),
    main: html`${errorSummary(errors.map((error) => ({ href: changeHref(error.page, error.field), text: error.message })))}
      <span class="govuk-caption-l">${definition.name}</span><h1 class="govuk-heading-l">Revise antes de enviar</h1>
      ${errors.length === 0 && missing.length > 0 && insetText(html`${advice} ${missing.map((one) => html`<br><a class="govuk-link" href="${changeHref(one.page, one.field)}">${one.message}</a>`)}`)}
      ${renderSummary(summarise(definition.form, draft.answers, context), { changeHref, fileHref: (file) => `${draftHref(draft.id)}/archivos/${file.id}` })}
      ${sending(ctx, definition, draft.id)}`,
  }, errors.length > 0 ? 422 : 200);
}

const sending = (ctx: Context, definition: Definition, id: string) => html`
  <h2 class="govuk-heading-m">Enviar</h2>${feeSentence(definition, ctx.now)}
  <p class="govuk-body">Al enviar declara que lo que escribió es verdadero. Después de enviar solo podrá cambiar lo que la entidad le pida corregir.</p>
  ${postForm({ csrf: ctx.csrf, body: button({ text: 'Enviar la solicitud' }), action: `${draftHref(id)}/envio` })}`;
