import { sayInstant } from '#kernel/clock.ts';
import { emptyState, linkButton, pagination, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { maskAddress, type MailDelivery, type Notice } from '../domain/notice.ts';

/** A page of somebody's mailbox. */
export type MailboxView = { readonly notices: readonly Notice[]; readonly unread: number; readonly next: string | undefined; readonly isFirst: boolean };

/** The mailbox: what the person was told, newest first. */
export const mailboxPage = ({ notices, unread, next, isFirst }: MailboxView): PageContent => ({
  title: 'Buzón', noIndex: true, section: '/buzon',
  main: html`<h1 class="govuk-heading-l">Buzón</h1>
    ${notices.length === 0 && isFirst ? emptyState({ title: 'Todavía no tiene mensajes', body: 'Aquí le avisaremos cuando haya novedades en sus trámites.', action: { href: '/tramites', text: 'Buscar un trámite' } }) : html`
      <p class="govuk-body">${sayUnread(unread)}</p>${noticeTable(notices)}${pagination({ first: isFirst ? undefined : '/buzon', next })}`}`,
});

const sayUnread = (count: number): string => (count === 0 ? 'Leyó todos sus mensajes.' : count === 1 ? 'Tiene un mensaje sin leer.' : `Tiene ${count} mensajes sin leer.`);

const noticeTable = (notices: readonly Notice[]): Html => table({
  caption: 'Mensajes', captionHidden: true, firstCellNames: true, cards: true, head: ['Mensaje', 'Recibido', 'Estado'],
  rows: notices.map((notice) => [html`<a class="govuk-link" href="/buzon/${notice.id}">${notice.subject}</a>`, sayInstant(notice.createdAt), notice.readAt ? 'Leído' : tag({ text: 'Sin leer', colour: 'blue' })]),
});

/** One message, in full. */
export const noticePage = (notice: Notice, deliveries: readonly MailDelivery[]): PageContent => ({
  title: notice.subject, noIndex: true, section: '/buzon', backLink: { href: '/buzon', text: 'Volver al buzón' },
  main: html`<h1 class="govuk-heading-l">${notice.subject}</h1>
    <p class="govuk-body app-muted">Recibido el ${sayInstant(notice.createdAt)}</p>
    ${bodyOf(notice.body)}
    ${notice.link !== undefined && linkButton({ href: notice.link, text: 'Abrir el trámite' })}
    ${deliveries.map(deliveryLine)}`,
});

/** Paragraphs of a plain text; single line breaks stay. */
export const bodyOf = (text: string): readonly Html[] => text.split(/\n\n+/).map((paragraph) => html`<p class="govuk-body">${paragraph.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`);

const deliveryLine = ({ address, state, endedAt }: MailDelivery): Html => html`<p class="govuk-body app-small app-muted">${deliveryWords[state]} ${maskAddress(address)}${endedAt && state === 'sent' && `, el ${sayInstant(endedAt)}`}.</p>`;

const deliveryWords = { queued: 'También le estamos enviando un aviso al correo', sent: 'También le enviamos un aviso al correo', failed: 'No pudimos enviarle el aviso al correo' } as const satisfies Record<MailDelivery['state'], string>;
