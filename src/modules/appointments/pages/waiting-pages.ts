import { sayInstant } from '#kernel/clock.ts';
import { button, buttonGroup, dateField, errorSummary, insetText, postForm, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { ResourceDefinition } from '../domain/resource.ts';
import type { Waiting } from '../domain/waiting.ts';
import { sayWhen } from './facts.ts';

/** What was written in the three boxes of a day. */
type DayBoxes = { readonly day?: string; readonly month?: string; readonly year?: string };

/** The form with which one joins the waiting list. Posts `from-day`, `from-month`, `from-year` and the same with `until`. */
export type JoinWaiting = {
  readonly resource: ResourceDefinition; readonly backHref: string; readonly action: string; readonly csrf: Html;
  readonly from?: DayBoxes; readonly until?: DayBoxes; readonly error?: string;
};

/** Between which days one could come at short notice. */
export function joinWaitingPage({ resource, backHref, action, csrf, from, until, error }: JoinWaiting): PageContent {
  return {
    title: 'Lista de espera', backLink: { href: backHref, text: 'Volver' }, hasErrors: error !== undefined, noIndex: true,
    main: html`${errorSummary(error === undefined ? [] : [{ href: '#from', text: error }])}<h1 class="govuk-heading-xl">Lista de espera</h1>
      <p class="govuk-body">${resource.name}. Cuando alguien deja un lugar en los días que usted diga, se lo guardamos a la primera persona de la lista y le avisamos. Tendrá hasta un día para aceptarlo.</p>
      ${postForm({ csrf, action, body: html`${dateField({ id: 'from', name: 'from', label: '¿Desde qué día podría venir?', labelSize: 's', hint: 'Por ejemplo, 9 3 2026.', ...from, error })}
        ${dateField({ id: 'until', name: 'until', label: '¿Hasta qué día?', labelSize: 's', ...until })}${button({ text: 'Anotarme' })}` })}`,
  };
}

/** The place that is kept for a case: accept it or let it go. Posts to one of two addresses. */
export type OfferView = {
  readonly waiting: Waiting; readonly resource: ResourceDefinition; readonly backHref: string; readonly csrf: Html;
  readonly acceptAction: string; readonly leaveAction: string;
  /** The appointment that the case has already, if it has one. */
  readonly current?: { readonly start: Date };
};

/** An offered place, or the news that there is none yet. */
export function waitingPage({ waiting, resource, backHref, csrf, acceptAction, leaveAction, current }: OfferView): PageContent {
  const { offer } = waiting;
  const title = offer ? 'Se liberó un lugar' : 'Está en la lista de espera';
  return {
    title, backLink: { href: backHref, text: 'Volver a su trámite' }, noIndex: true,
    main: html`<h1 class="govuk-heading-xl">${title}</h1>
      ${offer ? html`${summaryList([{ key: 'Día y hora', value: sayWhen(offer.start) }, { key: 'Atención', value: resource.name }, { key: 'Lugar', value: resource.address }, { key: 'Se lo guardamos hasta', value: sayInstant(offer.until) }])}`
        : html`<p class="govuk-body">Le avisaremos si se libera un lugar de ${resource.name}.</p>`}
      ${offer && current && insetText(`Si lo acepta, deja su cita del ${sayWhen(current.start)}.`)}
      ${postForm({ csrf, action: offer ? acceptAction : leaveAction, body: buttonGroup(offer && button({ text: 'Aceptar este lugar' }), button({ text: 'Salir de la lista de espera', kind: 'secondary', formAction: leaveAction })) })}`,
  };
}
