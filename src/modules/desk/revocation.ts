import { revocationReasons, type Certificate } from '#modules/certificates/index.ts';
import type { Refusal } from '#kernel/errors/index.ts';
import { button, errorSummary, postForm, radios, summaryList, textArea, warningText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import { mayRevoke } from './domain/may-revoke.ts';
import { refuse } from './errors.ts';
import { caseHref, openForOfficer, type OpenCase } from './officer.ts';
import { attempt } from './once.ts';
import { textIn, textMax } from './posted-text.ts';
import type { DeskDeps } from './wiring.ts';

type OpenCertificate = OpenCase & { readonly certificate: Certificate };

/** `GET …/certificados/:certificate/revocacion`: asks why, and says what it means. */
export const askRevocation = (deps: DeskDeps) => async (ctx: Context): Promise<Answer> => revocationPage(ctx, await openCertificate(ctx, deps));

/** `POST …/certificados/:certificate/revocacion`: ends it for good. A second press finds it ended and only leads on. */
export const revoke = (deps: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const opened = await openCertificate(ctx, deps), { certificate, current, officer } = opened;
  const order = { certificateId: certificate.id, by: officer, reason: textIn(ctx.form, 'clase'), note: textIn(ctx.form, 'motivo') };
  const refused = certificate.revocation ? undefined : await attempt(() => deps.certificates.revoke(ctx.db, order, ctx.now));
  return refused ? revocationPage(ctx, opened, refused) : seeOther(caseHref(current.id), 'El documento quedó revocado. Su verificación pública ya lo dice.');
};

async function openCertificate(ctx: Context, { certificates }: DeskDeps): Promise<OpenCertificate> {
  const opened = await openForOfficer(ctx);
  const certificate = (await certificates.findByCase(ctx.db, opened.current.id)).find((one) => one.id === ctx.params.certificate) ?? refuse('certificate_not_found');
  if (!mayRevoke(opened.officer, opened.definition)) refuse('may_not_revoke');
  return { ...opened, certificate };
}

function revocationPage(ctx: Context, { current, certificate }: OpenCertificate, refused?: Refusal): Answer {
  const field = refused?.code === 'certificates.note_missing' ? 'motivo' : 'clase', error = refused?.message;
  return page({
    title: 'Revocar el documento', section: '/escritorio', hasErrors: refused !== undefined, noIndex: true, backLink: { href: caseHref(current.id), text: 'Volver sin revocar' },
    main: html`${errorSummary(error === undefined ? [] : [{ href: `#${field}`, text: error }])}
      <span class="govuk-caption-l">Trámite ${current.number}</span><h1 class="govuk-heading-l">¿Revocar este documento?</h1>
      ${summaryList([{ key: 'Documento', value: certificate.title }, { key: 'Código', value: html`<span class="app-code">${certificate.code}</span>` }, { key: 'Titular', value: certificate.holder.name }, { key: 'Emitido', value: sayInstant(certificate.issuedAt) }])}
      ${warningText('Deja de valer desde este momento y no se puede deshacer. Quien lo verifique verá que fue revocado y la clase de motivo.')}
      ${postForm({ csrf: ctx.csrf, body: html`
        ${radios({ id: 'clase', name: 'clase', label: 'Clase de motivo', hint: 'Es pública.', value: textIn(ctx.form, 'clase'), error: field === 'clase' ? error : undefined, options: Object.entries(revocationReasons).map(([value, text]) => ({ value, text })) })}
        ${textArea({ id: 'motivo', name: 'motivo', label: 'Motivo', hint: 'Queda en el expediente; el público no lo ve.', maxLength: textMax / 2, value: textIn(ctx.form, 'motivo'), error: field === 'motivo' ? error : undefined })}
        ${button({ text: 'Revocar el documento', kind: 'warning' })}` })}`,
  }, refused ? 422 : 200);
}
