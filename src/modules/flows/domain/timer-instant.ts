import { Temporal } from 'temporal-polyfill';
import { instantOf, parseLocalDate, timeZone } from '#kernel/clock.ts';
import type { TimerWhen } from './types.ts';

/** When a timer that starts now fires; a date without a time is the beginning of that day in Bolivia. `undefined` for terms, which the legal clock computes, and for what is no time. */
export function timerInstant(when: TimerWhen, now: Date): Date | undefined {
  if ('date' in when) return instantOfDate(when.date);
  if ('duration' in when) return after(now, when.duration);
  if ('cycle' in when) return after(now, when.cycle.split('/')[1] ?? '');
  return undefined;
}

function instantOfDate(text: string): Date | undefined {
  const day = parseLocalDate(text);
  const local = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}-04:00`;
  const at = day ? instantOf(day) : new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function after(now: Date, duration: string): Date | undefined {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
    return new Date(start.add(Temporal.Duration.from(duration)).epochMilliseconds);
  } catch {
    // A computed time that is no duration: the caller makes an incident of it.
    return undefined;
  }
}
