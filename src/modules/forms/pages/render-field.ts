import { insetText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { sayText, type Language } from '#kernel/text.ts';
import { drawnRows } from '../domain/drawn-rows.ts';
import type { Place } from '../domain/resolve.ts';
import type { Correction, Entered, FieldError, Shown } from '../domain/types.ts';

/** What all fields of a page share while they are drawn. */
export type Look = {
  readonly errors: readonly FieldError[];
  readonly entered: Entered;
  readonly language: Language;
  readonly corrections: readonly Correction[];
  /** Path of the field whose label is the heading of the page. */
  readonly heading: string | undefined;
};

/** One field with its error, its hint, and the reason of the officer who observed it. */
export function renderField(place: Place, look: Look): Html {
  const { path, field } = place;
  const reasons = look.corrections.filter((correction) => correction.field === path);
  const drawnField = field.behaviour.render(shownOf(place, look));
  return html`${reasons.map(({ reason }) => insetText(html`<strong>Observación:</strong> ${reason}`))}${drawnField}`;
}

function shownOf(place: Place, look: Look): Shown {
  const { path, field, value, required } = place;
  const { entered, language, errors } = look;
  return {
    path, value, entered, language, autocomplete: field.autocomplete,
    error: errors.find((error) => error.field === path)?.message,
    label: sayText(field.label, language) + (field.behaviour.asksNothing || field.behaviour.calculate || field.fields ? '' : suffix(required)),
    hint: field.hint && sayText(field.hint, language),
    isHeading: look.heading === path,
    ...(field.fields ? { rows: drawnRows(place).map((row) => html`${row.map((inner) => renderField(inner, look))}`) } : {}),
  };
}

const suffix = (required: Place['required']): string => (required === true ? '' : required === 'recommended' ? ' (recomendado)' : ' (opcional)');
