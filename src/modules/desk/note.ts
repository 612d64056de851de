import { actAsOfficer, type Case } from '#modules/cases/index.ts';
import { button, errorSummary, postForm, textArea } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context, type FormBody } from '#kernel/http/index.ts';
import { caseHref, openForOfficer } from './officer.ts';
import { attempt, commandKey, isRepeated, onceField } from './once.ts';
import { textIn, textMax } from './posted-text.ts';

/** The form for an internal note, which the applicant does not see. */
export const noteForm = (ctx: Context, current: Case, body: FormBody, error?: string): Html => html`<h2 class="govuk-heading-m">Nota interna</h2>${postForm({
  csrf: ctx.csrf, action: caseHref(current.id, '/notas'), body: html`${onceField(body)}${textArea({
    id: 'nota', name: 'nota', label: 'Escriba una nota para sus colegas', hint: 'Quien solicita no la ve.', rows: 3, maxLength: textMax, value: textIn(body, 'nota'), error,
  })}${button({ text: 'Guardar la nota', kind: 'secondary' })}`,
})}`;

/** `POST /escritorio/tramites/:id/notas`. */
export async function addNote(ctx: Context): Promise<Answer> {
  const { officer, current } = await openForOfficer(ctx);
  const key = commandKey(ctx, 'note'), href = caseHref(current.id);
  const refused = await isRepeated(ctx, key) ? undefined
    : await attempt(() => actAsOfficer(ctx.db, current.id, officer, { type: 'add_note', text: textIn(ctx.form, 'nota') }, ctx.now, key));
  if (!refused) return seeOther(href, 'Guardamos su nota.');
  const message = 'Escriba la nota antes de guardarla.';
  return page({
    title: 'Nota interna', section: '/escritorio', hasErrors: true, noIndex: true, backLink: { href, text: 'Volver al trámite' },
    main: html`${errorSummary([{ href: '#nota', text: message }])}<h1 class="govuk-heading-l">Trámite ${current.number}</h1>${noteForm(ctx, current, ctx.form, message)}`,
  }, 422);
}
