import { button, buttonGroup, insetText, linkButton, postForm, warningText } from '#kernel/html/components.ts';
import { html, type Child } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Examination } from '../domain/examination.ts';
import type { Terms } from '../domain/follow-up/terms.ts';
import { examinationHref } from './addresses.ts';
import { sayDays } from './words.ts';

type Confirming = { readonly title: string; readonly warning: string; readonly body: Child; readonly submit: string };

const confirmPage = (ctx: Context, { id }: Examination, { title, warning, body, submit }: Confirming): PageContent => ({
  title, section: '/control', noIndex: true, backLink: { href: examinationHref(id), text: 'Examen' },
  main: html`<h1 class="govuk-heading-l">${title}</h1>${warningText(warning)}${body}${postForm({ csrf: ctx.csrf, body: buttonGroup(button({ text: submit, kind: 'warning' }), linkButton({ href: examinationHref(id), text: 'Volver sin hacerlo', kind: 'secondary' })) })}`,
});

/** Asks before the report is issued: what its text is then is final. */
export const issuePage = (ctx: Context, examination: Examination, counts: { readonly findings: number; readonly recommendations: number }): PageContent => confirmPage(ctx, examination, {
  title: 'Emitir el informe', warning: 'Una vez emitido, el texto del informe no se puede cambiar.', submit: 'Emitir el informe',
  body: html`<p class="govuk-body">Quedará con hallazgos: ${counts.findings}, y recomendaciones: ${counts.recommendations}. La entidad todavía no lo verá: eso ocurre cuando lo notifique.</p>`,
});

/** Asks before the examined entity is told. */
export const notifyPage = (ctx: Context, examination: Examination, examinedName: string, { answer }: Terms): PageContent => confirmPage(ctx, examination, {
  title: 'Notificar a la entidad', warning: `${examinedName} verá el informe y sus recomendaciones desde ese momento.`, submit: 'Notificar el informe',
  body: html`<p class="govuk-body">Recibirán un aviso en su buzón la máxima autoridad y quien responde por el gobierno electrónico. Tendrán ${sayDays(answer.days)} hábiles para responder a cada recomendación.</p>${answer.norm === undefined && insetText('Por confirmar: ninguna norma fija todavía este plazo. Puede cambiarlo en «Plazos».')}`,
});
