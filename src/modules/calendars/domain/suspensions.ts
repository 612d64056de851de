import { localDateOf, type LocalDate } from '#kernel/clock.ts';

/**
 * A stop of the clock, from the day on which it is notified to the day on which its cause ends (the applicant corrects), both
 * stopped: counting goes on the day after, as it does at the start (Ley 2341, art. 21.II, by analogy: to be confirmed per norm).
 */
export type Suspension = {
  readonly from: LocalDate | Date;
  /** Absent while the clock stands still. */
  readonly until?: LocalDate | Date;
  /** Why, in Spanish, such as «mientras usted corregía su solicitud». */
  readonly reason?: string;
};

/** A stop in whole days. */
export type StoppedDays = { readonly from: LocalDate; readonly until: LocalDate | undefined; readonly reason: string | undefined };

/** The legal day of an instant, or the day itself. */
export const dayOf = (at: LocalDate | Date): LocalDate => (at instanceof Date ? localDateOf(at) : at);

/** The stops in whole days, earliest first. */
export function stoppedDays(suspensions: readonly Suspension[]): readonly StoppedDays[] {
  return suspensions
    .map(({ from, until, reason }) => ({ from: dayOf(from), until: until === undefined ? undefined : dayOf(until), reason }))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** The stop that covers a day, if one does. */
export const stopOn = (day: LocalDate, stops: readonly StoppedDays[]): StoppedDays | undefined =>
  stops.find((stop) => stop.from <= day && (stop.until === undefined || day <= stop.until));
