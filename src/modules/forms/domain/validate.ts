import { fills } from './pages.ts';
import { resolve, type Place } from './resolve.ts';
import type { Answers, FieldError, Form, FormContext, Reading } from './types.ts';

/** Everything that keeps these answers from being submitted, in the order of the form; none means that they may be. */
export const validateAnswers = (form: Form, answers: Answers, context: FormContext): readonly FieldError[] =>
  placesOf(form, answers, context).flatMap((place) => checkPlace(place));

/** Recommended fields that are empty. They warn and never block: whoever applies may always submit. */
export const recommendedMissing = (form: Form, answers: Answers, context: FormContext): readonly FieldError[] =>
  placesOf(form, answers, context).flatMap(withRows)
    .filter(({ required, field, value, asked }) => required === 'recommended' && field.behaviour.check(value, asked).kind === 'empty')
    .map((place) => ({ field: place.path, page: place.page.id, message: place.field.behaviour.ask(place.asked) }));

/** The answers to keep at submission: hidden ones are dropped, calculated ones computed. */
export const settleAnswers = (form: Form, answers: Answers, context: FormContext): Answers => resolve(form, answers, context).answers;

const placesOf = (form: Form, answers: Answers, context: FormContext): readonly Place[] =>
  resolve(form, answers, context).pages.filter(({ page }) => fills(page, context)).flatMap(({ places }) => places);

const withRows = (place: Place): readonly Place[] => [place, ...(place.rows?.flat() ?? [])];

/** The faults of one place and of its rows. */
function checkPlace(place: Place): readonly FieldError[] {
  if (place.field.behaviour.asksNothing || place.field.behaviour.calculate) return [];
  const own = errorOf(place, place.field.behaviour.check(place.value, place.asked));
  return [...(own ? [own] : []), ...(place.rows?.flat().flatMap(checkPlace) ?? [])];
}

/** The sentence for one reading: the form's own where it has one. */
export function errorOf({ path, page, field, required, asked }: Place, reading: Reading): FieldError | undefined {
  if (reading.kind === 'error') return { field: path, page: page.id, message: field.messages[reading.fault] ?? reading.message };
  if (reading.kind === 'empty' && required === true) return { field: path, page: page.id, message: field.messages.required ?? field.behaviour.ask(asked) };
  return undefined;
}
