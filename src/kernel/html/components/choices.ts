import { html, type Child, type Html } from '../html.ts';
import { attributes, classes } from './attributes.ts';
import { grouped, type Field } from './field.ts';

/** One option of a closed list. */
export type Choice = {
  /** What is posted. */
  readonly value: string;
  /** What the person reads. */
  readonly text: Child;
  /** Help under the option. */
  readonly hint?: Child | undefined;
  /** A question that belongs only to this option. It shows when the option is chosen, without JavaScript; older browsers show it always. */
  readonly reveals?: Html | undefined;
};

/** A closed list of which one option is chosen. */
export type Radios = Field & {
  readonly options: readonly Choice[];
  /** The chosen value. */
  readonly value?: string | undefined;
  /** Side by side, for two short options such as «Sí» and «No». */
  readonly inline?: boolean | undefined;
  /** Smaller circles, for filters and for officers' screens. */
  readonly small?: boolean | undefined;
};

/** One of a few options. The first option has the id of the field, so that the error summary reaches it. */
export const radios = (field: Radios): Html =>
  grouped(field, html`<div class="${classes('govuk-radios', field.inline && 'govuk-radios--inline', field.small && 'govuk-radios--small')}">${
    field.options.map((option, index) => item('radio', field, option, index, option.value === field.value))}</div>`);

/** A closed list of which any number of options is chosen. */
export type Checkboxes = Field & {
  readonly options: readonly Choice[];
  /** The chosen values. */
  readonly values?: readonly string[] | undefined;
  /** Smaller boxes, for filters and for officers' screens. */
  readonly small?: boolean | undefined;
};

/** Any number of a few options, all posted under one name. */
export const checkboxes = (field: Checkboxes): Html =>
  grouped(field, html`<div class="${classes('govuk-checkboxes', field.small && 'govuk-checkboxes--small')}">${
    field.options.map((option, index) => item('checkbox', field, option, index, field.values?.includes(option.value) ?? false))}</div>`);

function item(type: 'radio' | 'checkbox', field: Field, option: Choice, index: number, checked: boolean): Html {
  const kind = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const id = index === 0 ? field.id : `${field.id}-${index + 1}`;
  const input = attributes({ class: `${kind}__input`, id, name: field.name, type, value: option.value, checked, 'aria-describedby': option.hint ? `${id}-item-hint` : undefined });
  return html`<div class="${kind}__item"><input${input}><label class="govuk-label ${kind}__label" for="${id}">${option.text}</label>${
    option.hint && html`<div id="${id}-item-hint" class="govuk-hint ${kind}__hint">${option.hint}</div>`}</div>${
    option.reveals && html`<div class="${kind}__conditional app-reveal">${option.reveals}</div>`}`;
}
