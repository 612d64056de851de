import { html, type Child, type Html } from '../html.ts';
import { classes } from './attributes.ts';

/** Size of a label, legend or heading: small, medium, large, extra large. */
export type TextSize = 's' | 'm' | 'l' | 'xl';

/** What every field has. */
export type Field = {
  /** Id of the control; an error in the summary links to `#id`. Unique on the page, without spaces. */
  readonly id: string;
  /** Name under which the answer is posted. */
  readonly name: string;
  /** The question, as the person reads it. */
  readonly label: Child;
  /** Help under the question: a format, an example, where to find the number. */
  readonly hint?: Child | undefined;
  /** What is wrong with the answer and how to mend it; shows the field in red. */
  readonly error?: Child | undefined;
  /** Size of the question; left out, it is ordinary text. */
  readonly labelSize?: TextSize | undefined;
  /** Where the question is the only one of the page, it is also its `h1`. */
  readonly isPageHeading?: boolean | undefined;
};

/** The ids that a control names in `aria-describedby`, or `undefined` when nothing describes it. */
export function describedBy(field: { readonly id: string; readonly hint?: Child | undefined; readonly error?: Child | undefined }): string | undefined {
  return classes(field.hint ? `${field.id}-hint` : undefined, field.error ? `${field.id}-error` : undefined) || undefined;
}

/** The hint and the error of a field, with the ids that `describedBy` names. */
const hintAndError = (field: Pick<Field, 'id' | 'hint' | 'error'>): Html =>
  html`${field.hint && html`<div id="${field.id}-hint" class="govuk-hint">${field.hint}</div>`}${field.error && html`<p id="${field.id}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${field.error}</p>`}`;

/** The group around one field, red at its side when there is an error. */
const formGroup = (field: Pick<Field, 'error'>, body: Child): Html =>
  html`<div class="${classes('govuk-form-group', Boolean(field.error) && 'govuk-form-group--error')}">${body}</div>`;

/** A field with one control: label, hint, error, control. */
export const labelled = (field: Field, control: Child): Html => formGroup(field, html`${labelOf(field)}${hintAndError(field)}${control}`);

/** A field with several controls: legend, hint, error, controls. */
export function grouped(field: Field, controls: Child): Html {
  const described = describedBy(field);
  return formGroup(field, html`<fieldset class="govuk-fieldset"${described && html` aria-describedby="${described}"`}>${legendOf(field.label, field)}${hintAndError(field)}${controls}</fieldset>`);
}

/** The legend of a group of controls. */
export function legendOf(text: Child, look: Pick<Field, 'labelSize' | 'isPageHeading'>): Html {
  const shown = look.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${text}</h1>` : text;
  return html`<legend class="${classes('govuk-fieldset__legend', look.labelSize && `govuk-fieldset__legend--${look.labelSize}`)}">${shown}</legend>`;
}

function labelOf(field: Field): Html {
  const label = html`<label class="${classes('govuk-label', field.labelSize && `govuk-label--${field.labelSize}`)}" for="${field.id}">${field.label}</label>`;
  return field.isPageHeading ? html`<h1 class="govuk-label-wrapper">${label}</h1>` : label;
}
