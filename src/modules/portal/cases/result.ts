import { standingAt, standingLabel } from '#modules/certificates/index.ts';
import type { Case } from '#modules/cases/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import { linkButton, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import type { PortalDeps } from '../wiring.ts';

/** The documents that came out of a case, each with its state, its download and its public check. */
export async function resultPanel(ctx: Context, { certificates }: PortalDeps, current: Case): Promise<Html> {
  const issued = await certificates.findByCase(ctx.db, current.id);
  if (issued.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Su documento</h2>${issued.map((certificate) => html`${summaryList([
    { key: 'Documento', value: certificate.title },
    { key: 'Emitido', value: sayDay(localDateOf(certificate.issuedAt)) },
    { key: 'Estado', value: standingLabel[standingAt(certificate, ctx.now)] },
    ...(certificate.validUntil === undefined ? [] : [{ key: 'Vigente hasta', value: sayDay(certificate.validUntil) }]),
    { key: 'Código', value: html`<a class="govuk-link" href="/verificar/${certificate.code}"><span class="app-code">${certificate.code}</span></a>` },
  ])}${linkButton({ href: `/mis-tramites/${current.id}/documentos/${certificate.id}`, text: 'Descargar el documento (PDF)' })}`)}`;
}
