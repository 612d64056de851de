import { parseLocalDate } from '#kernel/clock.ts';

/** As much of a date as the source gives: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string & { readonly __partialDate: true };

/** Reads one; `undefined` where there is no such day, month or year. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const day = /^\d{4}(-\d{2})?(-\d{2})?$/.test(text) ? parseLocalDate(`${text}-01-01`.slice(0, 10)) : undefined;
  return day === undefined ? undefined : (text as PartialDate); // here a text becomes one
}
