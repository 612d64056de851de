import { standingAt, standingLabel, type Certificate } from '#modules/certificates/index.ts';
import { deliveredFiles, type Case, type Definition } from '#modules/cases/index.ts';
import { sayBytes } from '#modules/documents/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import { linkButton, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import type { PortalDeps } from '../wiring.ts';

/** What came out of a case: its documents, each with its state, its download and its public check, and the files handed over with them. */
export async function resultPanel(ctx: Context, { certificates }: PortalDeps, current: Case, definition: Definition): Promise<Html> {
  const issued = await certificates.findByCase(ctx.db, current.id);
  return html`${issued.length > 0 && html`<h2 class="govuk-heading-m">Su documento</h2>`}${issued.map((certificate) => documentOf(ctx, current, certificate))}${filesOf(definition, current)}`;
}

const documentOf = (ctx: Context, current: Case, certificate: Certificate): Html => html`${summaryList([
  { key: 'Documento', value: certificate.title },
  { key: 'Emitido', value: sayDay(localDateOf(certificate.issuedAt)) },
  { key: 'Estado', value: standingLabel[standingAt(certificate, ctx.now)] },
  ...(certificate.validUntil === undefined ? [] : [{ key: 'Vigente hasta', value: sayDay(certificate.validUntil) }]),
  { key: 'Código', value: html`<a class="govuk-link" href="/verificar/${certificate.code}"><span class="app-code">${certificate.code}</span></a>` },
])}${linkButton({ href: `/mis-tramites/${current.id}/documentos/${certificate.id}`, text: 'Descargar el documento (PDF)' })}`;

function filesOf(definition: Definition, current: Case): Html {
  const delivered = deliveredFiles(definition, current);
  if (delivered.length === 0) return html``;
  const address = `/mis-tramites/${current.id}/archivos`;
  return html`<h2 class="govuk-heading-m">Archivos que le entregan</h2>${summaryList(delivered.map(({ label, files }) => ({
    key: label, value: html`${files.map((file) => html`<p class="govuk-body"><a class="govuk-link" href="${address}/${file.id}" download>${file.name}</a> <span class="app-muted">${sayBytes(file.bytes)}</span></p>`)}`,
  })))}`;
}
