import { nextPage, previousPage, readPage, renderPage, unposted, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { readPosted, saveDraft } from '#modules/cases/index.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import type { PortalDeps } from '../wiring.ts';
import { draftHref, openDraft, type OpenDraft } from './open-draft.ts';

/** `GET /solicitudes/:id`: to the first page of the draft. */
export async function resumeDraft(ctx: Context): Promise<Answer> {
  const { draft, pages } = await openDraft(ctx);
  return seeOther(draftHref(draft.id, pages[0]?.id ?? ''));
}

/** `GET /solicitudes/:id/pagina/:page`. A page that the answers have made superfluous leads to the first one. */
export async function showDraftPage(ctx: Context): Promise<Answer> {
  const opened = await openDraft(ctx);
  const found = opened.pages.find((one) => one.id === ctx.params.page);
  return found ? formPage(ctx, opened, found, unposted) : seeOther(draftHref(opened.draft.id));
}

/** `POST /solicitudes/:id/pagina/:page`: keeps what was understood, whatever else is wrong, and goes on when nothing is. */
export const saveDraftPage = ({ documents }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const opened = await openDraft(ctx);
  const { draft, definition, context } = opened;
  const current = opened.pages.find((one) => one.id === ctx.params.page);
  if (!current) return seeOther(draftHref(draft.id));
  const { body, uploads } = await readPosted(ctx, documents, [current], { entityId: draft.entityId, ownerId: draft.id });
  const reading = readPage(definition.form, current.id, body, draft.answers, context, { uploads });
  await saveDraft(ctx.db, draft.id, applicantOf(ctx).id, reading.answers, ctx.now);
  // What is missing may wait for another day; only what was typed and not understood would be lost by leaving.
  const isLeaving = body.accion === 'salir' && Object.keys(reading.entered).length === 0;
  if (!isLeaving && (reading.errors.length > 0 || reading.stay)) return formPage(ctx, { ...opened, draft: { ...draft, answers: reading.answers } }, current, reading);
  if (isLeaving) return seeOther('/mis-tramites', 'Guardamos su solicitud. Puede seguir cuando quiera.');
  const next = ctx.query.revisar === '1' ? undefined : nextPage(definition.form, current.id, reading.answers, context);
  return seeOther(next ? draftHref(draft.id, next.id) : `${draftHref(draft.id)}/revisar`);
};

function formPage(ctx: Context, { draft, definition, context }: OpenDraft, shown: FormPage, { errors, entered, asksMore }: PostedState): Answer {
  const before = previousPage(definition.form, shown.id, draft.answers, context);
  const reviewing = ctx.query.revisar === '1';
  return page({
    title: `${shown.title.es}: ${definition.name}`, section: '/mis-tramites', hasErrors: errors.length > 0, noIndex: true,
    backLink: reviewing ? { href: `${draftHref(draft.id)}/revisar`, text: 'Volver a la revisión' } : { href: before ? draftHref(draft.id, before.id) : '/mis-tramites', text: 'Volver' },
    main: html`${renderPage(definition.form, shown, draft.answers, errors, {
      caption: definition.name, csrf: ctx.csrf, context, entered, asksMore, action: `${ctx.path}${reviewing ? '?revisar=1' : ''}`,
      beside: html`<button type="submit" class="govuk-button govuk-button--secondary" name="accion" value="salir">Guardar y salir</button>`,
    })}`,
  }, errors.length > 0 ? 422 : 200);
}
