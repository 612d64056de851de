import { sayInstant } from '#kernel/clock.ts';
import { details, emptyState, insetText, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Carried } from '../store/deliveries.ts';
import { letterOf } from './letter.ts';
import { bodyOf } from './mailbox.ts';

/** Mails that a demonstration would have sent, newest first. */
export const demoMailPage = (carried: readonly Carried[], origin: string, isReal: boolean): PageContent => ({
  title: 'Correos de la demostración', noIndex: true,
  main: html`<h1 class="govuk-heading-l">Correos de la demostración</h1>
    ${insetText(isReal ? 'Esta demostración tiene un servidor de correo y los mensajes se envían de verdad.' : 'Los correos de esta demostración no se envían: aquí ve lo que habría salido. Las personas y las direcciones son inventadas.')}
    ${carried.length === 0 ? emptyState({ title: 'Todavía no salió ningún correo', body: 'Presente una solicitud y vuelva a esta página.', action: { href: '/tramites', text: 'Buscar un trámite' } }) : carried.map((one) => letterItem(one, origin))}`,
});

function letterItem(carried: Carried, origin: string): Html {
  const letter = letterOf(carried, origin), { delivery, notice } = carried;
  return html`<h2 class="govuk-heading-s">${letter.subject}</h2>
    ${summaryList([{ key: 'Para', value: letter.to }, { key: 'Creado', value: sayInstant(notice.createdAt) }, { key: 'Estado', value: states[delivery.state](delivery.problem) }])}
    ${details({ summary: html`Ver el correo<span class="govuk-visually-hidden">: ${letter.subject}</span>`, body: html`${bodyOf(letter.text.trim())}` })}`;
}

const states = {
  queued: (problem: string | undefined) => (problem === undefined ? 'En cola' : `En cola, después de un intento: ${problem}`),
  sent: () => 'Enviado', failed: (problem: string | undefined) => `No se envió: ${problem ?? 'sin motivo registrado'}`,
} as const;
