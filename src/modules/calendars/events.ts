import type { OutboxMessage } from '#kernel/outbox/index.ts';
import type { NonWorkingDay } from './domain/calendar.ts';
import type { Scope } from './domain/place.ts';

/** Topic of the message that tells owners of open terms to compute them again. */
export const calendarsChangedTopic = 'calendars.changed';

/**
 * What the message carries: the revision to ask `loadCalendar` for (`atLeast`), and the days that came or went. Only terms of those
 * places can have moved.
 */
export type CalendarsChanged = {
  readonly revision: number;
  readonly days: readonly { readonly day: string; readonly scope: Scope; readonly of?: string; readonly name: string; readonly norm: string }[];
};

/** The message for one change. */
export function calendarsChanged(revision: number, changed: readonly NonWorkingDay[]): OutboxMessage {
  const days = changed.map(({ day, scope, of, name, norm }) => ({ day, scope, ...(of !== undefined && { of }), name, norm }));
  return { topic: calendarsChangedTopic, key: `${calendarsChangedTopic}:${revision}`, payload: { revision, days } satisfies CalendarsChanged };
}
