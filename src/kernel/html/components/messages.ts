import { html, safeHref, type Child, type Html } from '../html.ts';

/** One thing to mend: the place (`#id` of the field) and the sentence, the same as beside the field. */
export type ErrorLink = { readonly href: string; readonly text: Child };

/** Everything that is wrong with a form, at the top of `main`; nothing at all where the list is empty. */
export const errorSummary = (errors: readonly ErrorLink[]): Html => html`${errors.length > 0 && html`<div class="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${errors.length === 1 ? 'Hay un dato que corregir' : `Hay ${errors.length} datos que corregir`}</h2><div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">${
  errors.map(({ href, text }) => html`<li><a href="${safeHref(href)}">${text}</a></li>`)}</ul></div></div></div>`}`;

/** State of something, in one or two words. The colour only helps: the words say it. */
export type Tag = {
  readonly text: Child;
  readonly colour?: TagColour | undefined;
};

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

/** State of something, in one or two words. */
export const tag = ({ text, colour }: Tag): Html => html`<strong class="govuk-tag${colour && ` govuk-tag--${colour}`}">${text}</strong>`;

/** A banner above the content. */
export type Notice = {
  /** «Aviso», «Listo». */
  readonly title: Child;
  readonly body: Child;
  /** `success` tells that what was asked is done, and is read aloud at once; `info` is the rest. */
  readonly kind?: 'info' | 'success' | undefined;
  /** Id of the title, where a page has more than one banner. */
  readonly id?: string | undefined;
};

/** A banner that tells something that is not part of the page itself. */
export function notice({ title, body, kind = 'info', id = 'aviso' }: Notice): Html {
  const content = html`<div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="${id}">${title}</h2></div><div class="govuk-notification-banner__content">${
    typeof body === 'string' ? html`<p class="govuk-notification-banner__heading">${body}</p>` : body}</div>`;
  return kind === 'success'
    ? html`<div class="govuk-notification-banner govuk-notification-banner--success" role="alert" aria-labelledby="${id}">${content}</div>`
    : html`<section class="govuk-notification-banner" aria-labelledby="${id}">${content}</section>`;
}

/** What the reader could lose by not knowing it. */
export const warningText = (text: Child): Html =>
  html`<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Advertencia:</span> ${text}</strong></div>`;

/** Something set apart from the text around it: an example, a quotation, a side remark. */
export const insetText = (body: Child): Html => html`<div class="govuk-inset-text">${body}</div>`;

/** Words that only some readers need. */
export type Details = {
  /** What opens: «Cómo se cuenta este plazo». */
  readonly summary: Child;
  readonly body: Child;
  readonly open?: boolean | undefined;
};

/** Words that only some readers need, behind a line that opens them. */
export const details = ({ summary, body, open }: Details): Html =>
  html`<details class="govuk-details"${open && html` open`}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary><div class="govuk-details__text">${body}</div></details>`;

/** The end of something the person did: it is done, and this is its number. The title is the `h1` of the page. */
export const panel = ({ title, body }: { readonly title: Child; readonly body?: Child | undefined }): Html =>
  html`<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">${title}</h1>${body && html`<div class="govuk-panel__body">${body}</div>`}</div>`;

/** A list that has nothing in it yet: say so, and what to do. */
export type EmptyState = {
  readonly title: Child;
  readonly body: Child;
  readonly action?: { readonly href: string; readonly text: Child } | undefined;
};

/** What stands where a list would be, when it is empty. */
export const emptyState = ({ title, body, action }: EmptyState): Html =>
  html`<div class="app-empty"><p class="app-empty__title">${title}</p><p class="govuk-body">${body}</p>${action && html`<p class="govuk-body"><a class="govuk-link" href="${safeHref(action.href)}">${action.text}</a></p>`}</div>`;

/** A number that matters, with the words that give it meaning. */
export type StatNumber = {
  /** The number, ready to read: «1.489», «97 %». */
  readonly value: Child;
  /** What it counts: «solicitudes abiertas». */
  readonly label: Child;
  /** Where the list behind the number is. */
  readonly href?: string | undefined;
  /** A second line: the day, the change, the source. */
  readonly note?: Child | undefined;
};

/** A number that matters. Several of them go in `statRow`. */
export const statNumber = ({ value, label, href, note }: StatNumber): Html =>
  html`<div class="app-stat"><span class="app-stat__value">${value}</span> <span class="app-stat__label">${href === undefined ? label : html`<a class="govuk-link" href="${safeHref(href)}">${label}</a>`}</span>${note && html`<span class="app-stat__note">${note}</span>`}</div>`;

/** Numbers side by side, under one another on a telephone. */
export const statRow = (numbers: readonly StatNumber[]): Html => html`<div class="app-stats">${numbers.map(statNumber)}</div>`;
