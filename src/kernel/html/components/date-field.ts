import { html, type Html } from '../html.ts';
import { attributes, classes } from './attributes.ts';
import { grouped, type Field } from './field.ts';

/** A day that the person knows by heart, such as a birth date, in three boxes. */
export type DateField = Field & {
  /** What was written in each box so far. */
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
  /** The boxes that are wrong; all three when there is an error and none is named. */
  readonly wrong?: readonly DatePart[] | undefined;
  /** Whether the browser may fill in the birth date. */
  readonly birthDate?: boolean | undefined;
};

export type DatePart = 'day' | 'month' | 'year';

/**
 * Three boxes, posted as `<name>-day`, `<name>-month` and `<name>-year`. The day box has the id of the field, so that the error summary
 * reaches it; the others are `<id>-month` and `<id>-year`.
 */
export const dateField = (field: DateField): Html =>
  grouped(field, html`<div class="govuk-date-input">${parts.map((part) => datePart(field, part))}</div>`);

const parts: readonly DatePart[] = ['day', 'month', 'year'];
const partName = { day: 'Día', month: 'Mes', year: 'Año' } as const satisfies Record<DatePart, string>;

function datePart(field: DateField, part: DatePart): Html {
  const id = part === 'day' ? field.id : `${field.id}-${part}`;
  const wrong = Boolean(field.error) && (field.wrong?.includes(part) ?? true);
  const input = attributes({
    class: classes('govuk-input govuk-date-input__input', `govuk-input--width-${part === 'year' ? 4 : 2}`, wrong && 'govuk-input--error'),
    id, name: `${field.name}-${part}`, type: 'text', inputmode: 'numeric', value: field[part], maxlength: part === 'year' ? 4 : 2,
    autocomplete: field.birthDate ? `bday-${part}` : undefined, 'aria-invalid': wrong ? 'true' : undefined,
  });
  return html`<div class="govuk-date-input__item"><div class="govuk-form-group"><label class="govuk-label govuk-date-input__label" for="${id}">${partName[part]}</label><input${input}></div></div>`;
}
