import { html, safeHref, type Child, type Html } from '../html.ts';
import { attributes, classes } from './attributes.ts';

/** A button that posts its form. */
export type Button = {
  /** A verb: «Guardar y continuar», «Presentar la solicitud». */
  readonly text: Child;
  /** `primary` is the one main act of a page; `secondary` the others; `warning` what can't be undone. */
  readonly kind?: 'primary' | 'secondary' | 'warning' | undefined;
  /** Posted with the form when this button was the one pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Another address than the form's own. */
  readonly formAction?: string | undefined;
  /** Id of the form, where the button stands outside it. */
  readonly form?: string | undefined;
  /** Words for a screen reader that follow the text, such as the name of the row: «Quitar» + «la foto del carnet». */
  readonly hiddenText?: string | undefined;
};

/**
 * A button that posts its form. Without JavaScript nothing here stops a second press: the act behind it must be idempotent.
 */
export const button = (shown: Button): Html => html`<button${attributes({
  type: 'submit', class: classes('govuk-button', kindClass(shown.kind)), name: shown.name, value: shown.value,
  formaction: shown.formAction, form: shown.form,
})}>${shown.text}${shown.hiddenText && html`<span class="govuk-visually-hidden"> ${shown.hiddenText}</span>`}</button>`;

/** A link that looks like a button, for the one next step of a page. */
export type LinkButton = {
  readonly href: string;
  readonly text: Child;
  /** The start of a procedure: larger, with an arrow. */
  readonly start?: boolean | undefined;
  readonly kind?: Button['kind'];
};

/** A link that looks like a button; it only goes somewhere, it never changes anything. */
export const linkButton = (shown: LinkButton): Html =>
  html`<a href="${safeHref(shown.href)}" class="${classes('govuk-button', shown.start && 'govuk-button--start', kindClass(shown.kind))}">${shown.text}${shown.start && arrow}</a>`;

/** Buttons and links side by side, under one another on a telephone. */
export const buttonGroup = (...buttons: readonly Child[]): Html => html`<div class="govuk-button-group">${buttons}</div>`;

const kindClass = (kind: Button['kind']): string | undefined => (kind === undefined || kind === 'primary' ? undefined : `govuk-button--${kind}`);

const arrow = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`;
