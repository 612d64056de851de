import { addDays, instantOf, type LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { loadCalendar } from '#modules/calendars/index.ts';
import type { Channel, Resource } from '../domain/resource.ts';
import { offeredDays, type SlotDay } from '../domain/slots.ts';
import { takenBetween } from '../store/slots.ts';

const daysMax = 62;

/** The days from one on, each with the slots that can be booked now through the channel, or why there are none. */
export async function offerSlots(db: Db, resource: Resource, fromDay: LocalDate, days: number, now: Date, channel: Channel = 'internet'): Promise<readonly SlotDay[]> {
  invariant(Number.isInteger(days) && days >= 1 && days <= daysMax, `slots are offered for 1 to ${daysMax} days`);
  const calendar = await loadCalendar(db, resource.place);
  const takenAt = await takenBetween(db, resource, instantOf(fromDay), instantOf(addDays(fromDay, days)));
  return offeredDays({ resource, calendar, channel, now, takenAt }, fromDay, days);
}
