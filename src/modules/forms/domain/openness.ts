import { fills } from './pages.ts';
import { resolve, type Place } from './resolve.ts';
import type { Answers, Form, FormContext, FormPage } from './types.ts';

/** The fields that an officer asked to correct, by id or path; `undefined` where everything may change. */
export type Only = readonly string[] | undefined;

/** Whether an officer named this field or the group it is in. */
export const isNamed = (path: string, only: Only): boolean =>
  only === undefined || only.some((named) => named.split('.', 1)[0] === path.split('.', 1)[0]);

/** Whether a field may change: it was named, or a correction made it necessary. */
export const isOpen = (place: Place, only: Only): boolean => isNamed(place.path, only) || isMissing(place);

/** Without an answer although one is needed; a group that needs rows says so by itself. */
function isMissing({ field, value, required, asked }: Place): boolean {
  const { behaviour } = field;
  if (behaviour.asksNothing || behaviour.calculate) return false;
  const reading = behaviour.check(value, asked);
  return reading.kind === 'empty' ? required === true : reading.kind === 'error' && value === undefined;
}

/** The pages on which something is to be corrected: those of the named fields, and those that a correction made necessary. */
export function correctionPages(form: Form, answers: Answers, context: FormContext, only: readonly string[]): readonly FormPage[] {
  const shown = resolve(form, answers, context).pages.filter(({ page }) => fills(page, context));
  return shown.filter(({ places }) => places.some((place) => isOpen(place, only))).map(({ page }) => page);
}
