import { localDateOf, sayDay, sayInstant } from '#kernel/clock.ts';
import { html } from '#kernel/html/html.ts';
import type { Html } from '#kernel/html/html.ts';
import { details, notice, summaryList, tag, warningText } from '#kernel/html/components.ts';
import type { SummaryRow, TagColour } from '#kernel/html/components.ts';
import type { PageContent } from '#kernel/http/types.ts';
import type { PublicView } from '../domain/public-view.ts';
import { standingLabel } from '../domain/standing.ts';
import type { Standing } from '../domain/standing.ts';

/** The public page of a certificate: does it count, what does it certify, how to compare it with the paper. */
export const certificatePage = (view: PublicView): PageContent => ({
  title: `${standingLabel[view.standing]}: ${view.title}`, section: '/verificar', noIndex: true,
  backLink: { href: '/verificar', text: 'Verificar otro documento' },
  main: html`<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">Documento ${view.code}</span>${view.title}</h1>${certificateBody(view)}`,
});

/** Everything about a certificate below its heading. */
export const certificateBody = (view: PublicView): Html => html`
<p class="govuk-body-l">${tag({ text: standingLabel[view.standing], colour: standingColour[view.standing] })} ${sentence(view)}</p>
${view.seal.demonstration && warningText('Este documento es de una demostración y no tiene valor legal: la autoridad que respalda su sello tampoco lo tiene.')}
${summaryList(rowsOf(view))}
${notice({ title: 'Compare', body: 'Compruebe que el papel o el archivo dice lo mismo que esta página. Del titular se muestran solo las iniciales, para cuidar sus datos.' })}
${details({ summary: 'Datos técnicos del sello', body: summaryList(sealRows(view)) })}`;

const standingColour = { valid: 'green', expired: 'yellow', revoked: 'red' } as const satisfies Record<Standing, TagColour>;

function sentence(view: PublicView): string {
  if (view.revoked !== undefined) return `La entidad que lo emitió lo dejó sin efecto el ${sayDay(localDateOf(view.revoked.at))}. No lo acepte.`;
  if (view.validUntil === undefined) return 'Es auténtico y no tiene fecha de vencimiento.';
  return view.standing === 'expired' ? `Es auténtico, pero venció el ${sayDay(view.validUntil)}.` : `Es auténtico y vale hasta el ${sayDay(view.validUntil)}.`;
}

const rowsOf = (view: PublicView): SummaryRow[] => [
  { key: 'Emitido por', value: view.entity },
  { key: 'Trámite', value: view.procedure },
  { key: 'Titular', value: view.holder },
  ...view.facts.map((fact) => ({ key: fact.label, value: fact.value === '' ? '—' : fact.value })),
  { key: 'Fecha de emisión', value: sayDay(localDateOf(view.issuedAt)) },
  { key: 'Válido hasta', value: view.validUntil === undefined ? 'Sin fecha de vencimiento' : sayDay(view.validUntil) },
  ...(view.revoked === undefined ? [] : [{ key: 'Revocado', value: `${sayInstant(view.revoked.at)}. ${view.revoked.reason}.` }]),
];

const sealRows = (view: PublicView): SummaryRow[] => [
  { key: 'Sellado por', value: view.seal.subject },
  { key: 'Respaldo', value: view.seal.authority },
  { key: 'Emitido', value: sayInstant(view.issuedAt) },
  { key: 'Formato', value: 'PDF/A-2a con sello electrónico PAdES y sello de tiempo' },
  { key: 'Huella SHA-256 del archivo', value: html`<code class="app-hash">${view.sha256.replace(/.{8}(?=.)/g, '$& ')}</code>` },
];
