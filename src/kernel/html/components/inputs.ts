import { html, type Child, type Html } from '../html.ts';
import { attributes, classes } from './attributes.ts';
import { describedBy, labelled, type Field } from './field.ts';

/** Width of a box in characters, or a part of the column. A width tells how long the answer is expected to be. */
export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30 | 'full' | 'two-thirds' | 'one-half' | 'one-third' | 'one-quarter';

/** One line of text. */
export type TextField = Field & {
  /** The answer so far, shown again after an error. */
  readonly value?: string | number | undefined;
  /** Kind of box; `text` when left out. Numbers that are not counted (documents, codes) are `text` with `inputmode: 'numeric'`. */
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'password' | 'search' | 'url' | 'date' | 'time' | 'datetime-local' | undefined;
  /** Keyboard that a telephone opens. */
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined;
  /** What the browser may fill in, such as `name`, `email`, `tel`, `bday`, `one-time-code`, `username`. */
  readonly autocomplete?: string | undefined;
  /** Width of the box; the whole column when left out. */
  readonly width?: InputWidth | undefined;
  /** Unit before the box, such as «Bs». It is not read aloud: the label must say it too. */
  readonly prefix?: Child | undefined;
  /** Unit after the box, such as «kg». It is not read aloud: the label must say it too. */
  readonly suffix?: Child | undefined;
  /** Most characters that the box takes. */
  readonly maxLength?: number | undefined;
  /** `false` for names, codes and numbers, which no dictionary knows. */
  readonly spellcheck?: boolean | undefined;
};

/** A question that is answered with one line. */
export function textField(field: TextField): Html {
  const { prefix, suffix } = field;
  const box = html`<input${attributes(inputAttributes(field))}>`;
  const unit = (place: 'prefix' | 'suffix', text: Child) => text && html`<div class="govuk-input__${place}" aria-hidden="true">${text}</div>`;
  return labelled(field, prefix || suffix ? html`<div class="govuk-input__wrapper">${unit('prefix', prefix)}${box}${unit('suffix', suffix)}</div>` : box);
}

/** Several lines of text. */
export type TextArea = Field & {
  /** The answer so far. */
  readonly value?: string | undefined;
  /** Lines shown; 5 when left out. */
  readonly rows?: number | undefined;
  /** Most characters that the box takes; say the limit in the hint too. */
  readonly maxLength?: number | undefined;
  readonly autocomplete?: string | undefined;
};

/** A question that is answered with a paragraph. */
export const textArea = (field: TextArea): Html => labelled(field, html`<textarea${attributes({
  class: classes('govuk-textarea', Boolean(field.error) && 'govuk-textarea--error'),
  id: field.id, name: field.name, rows: field.rows ?? 5, maxlength: field.maxLength, autocomplete: field.autocomplete,
  'aria-describedby': describedBy(field), 'aria-invalid': field.error ? 'true' : undefined,
})}>
${field.value}</textarea>`);

/** One row of a closed list. */
export type SelectOption = {
  /** What is posted. */
  readonly value: string;
  /** What the person reads. */
  readonly text: string;
};

/** A closed list in one box. */
export type Select = Field & {
  readonly options: readonly SelectOption[];
  /** The chosen value. */
  readonly value?: string | undefined;
  /** First row with an empty value, such as «Elija un departamento»; left out, there is no empty row. */
  readonly emptyText?: string | undefined;
};

/** A question answered from a long closed list; up to seven options are easier as `radios`. */
export function select(field: Select): Html {
  const option = ({ value, text }: SelectOption) => html`<option value="${value}"${value === field.value && html` selected`}>${text}</option>`;
  return labelled(field, html`<select${attributes({
    class: classes('govuk-select', Boolean(field.error) && 'govuk-select--error'), id: field.id, name: field.name,
    'aria-describedby': describedBy(field), 'aria-invalid': field.error ? 'true' : undefined,
  })}>${field.emptyText !== undefined && option({ value: '', text: field.emptyText })}${field.options.map(option)}</select>`);
}

/** A file to send. */
export type FileField = Field & {
  /** Types the picker offers first, such as `.pdf,.jpg,image/png`. It is a courtesy: the server looks at the content. */
  readonly accept?: string | undefined;
  /** Whether several files may be chosen at once. */
  readonly multiple?: boolean | undefined;
};

/** A file to choose from the telephone or computer; the form must be `multipart/form-data`. The box stays as the browser draws it. */
export const fileField = (field: FileField): Html => labelled(field, html`<input${attributes({
  class: classes('govuk-file-upload', Boolean(field.error) && 'govuk-file-upload--error'), id: field.id, name: field.name, type: 'file',
  accept: field.accept, multiple: field.multiple, 'aria-describedby': describedBy(field), 'aria-invalid': field.error ? 'true' : undefined,
})}>`);

/** A value that travels with the form and is not shown. */
export const hiddenField = (name: string, value: string | number): Html => html`<input type="hidden" name="${name}" value="${value}">`;

const inputAttributes = (field: TextField) => ({
  class: classes('govuk-input', Boolean(field.error) && 'govuk-input--error', widthClass(field.width)),
  id: field.id, name: field.name, type: field.type ?? 'text', value: field.value, inputmode: field.inputmode,
  autocomplete: field.autocomplete, maxlength: field.maxLength, spellcheck: field.spellcheck === undefined ? undefined : String(field.spellcheck),
  'aria-describedby': describedBy(field), 'aria-invalid': field.error ? 'true' : undefined,
});

const widthClass = (width: InputWidth | undefined): string | undefined =>
  width === undefined ? undefined : typeof width === 'number' ? `govuk-input--width-${width}` : `govuk-!-width-${width}`;
