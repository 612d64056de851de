import { addDays, instantOf, type LocalDate } from '#kernel/clock.ts';
import { holidaysOn, isWorkingDay, type Calendar } from '#modules/calendars/index.ts';
import { minutesOf, quotaOf, type Channel, type ResourceDefinition } from './resource.ts';

/** A stretch of time that can be booked, with the places that are left for the one who asks. */
export type Slot = { readonly start: Date; readonly end: Date; readonly free: number };

/** A day of a resource: its slots, or why there are none. */
export type SlotDay = { readonly day: LocalDate; readonly slots: readonly Slot[]; readonly closed: string | undefined };

/** Places of one slot that are taken, by channel. */
export type Taken = Readonly<Record<Channel, number>>;

/** All slots of a day by the opening hours, whether or not anybody may still book them. A slot that would end after closing time is not one. */
export function slotsOfDay(resource: ResourceDefinition, day: LocalDate): readonly { readonly start: Date; readonly end: Date }[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return resource.hours.filter((one) => one.weekday === weekday).sort((a, b) => a.from.localeCompare(b.from)).flatMap(({ from, until }) => {
    const count = Math.floor((minutesOf(until) - minutesOf(from)) / resource.slotMinutes);
    const first = instantOf(day, from).getTime(), length = resource.slotMinutes * 60_000;
    return Array.from({ length: count }, (_, i) => ({ start: new Date(first + i * length), end: new Date(first + (i + 1) * length) }));
  });
}

/** Why a resource is closed on a day, in Spanish; `undefined` when it opens. */
export function closedBecause(resource: ResourceDefinition, calendar: Calendar, day: LocalDate): string | undefined {
  const own = resource.closedDays?.find((one) => one.day === day)?.reason;
  if (own !== undefined) return own;
  const holiday = holidaysOn(day, calendar)[0];
  if (holiday) return `Feriado: ${holiday.name}`;
  if (slotsOfDay(resource, day).length > 0) return undefined;
  return isWorkingDay(day, calendar) ? 'No se atiende este día' : 'Fin de semana';
}

/** What is needed to say what can be booked. `takenAt` gives the places that are taken at a start. */
type Offer = {
  readonly resource: ResourceDefinition; readonly calendar: Calendar; readonly channel: Channel; readonly now: Date;
  readonly takenAt: (start: Date) => Taken;
};

/** The days from one on, with the slots that can be booked now through the channel and have a place left. */
export function offeredDays(offer: Offer, from: LocalDate, days: number): readonly SlotDay[] {
  return Array.from({ length: days }, (_, i) => offeredDay(offer, addDays(from, i)));
}

function offeredDay(offer: Offer, day: LocalDate): SlotDay {
  const closed = closedBecause(offer.resource, offer.calendar, day);
  if (closed !== undefined) return { day, slots: [], closed };
  const inWindow = slotsOfDay(offer.resource, day).filter(({ start }) => windowProblem(offer.resource, start, offer.channel, offer.now) === undefined);
  const slots = inWindow.map((slot) => ({ ...slot, free: freePlaces(offer.resource, offer.takenAt(slot.start), offer.channel) })).filter(({ free }) => free > 0);
  return { day, slots, closed: undefined };
}

/** Places left for a channel: by the capacity of the slot and by the channel's own quota. */
export function freePlaces(resource: ResourceDefinition, taken: Taken, channel: Channel): number {
  return Math.max(0, Math.min(resource.capacity - taken.internet - taken.counter, quotaOf(resource, channel) - taken[channel]));
}

const hourMillis = 3_600_000;

/** Why a start can't be booked at this moment: too soon or too far; `undefined` when it can. */
export function windowProblem(resource: ResourceDefinition, start: Date, channel: Channel, now: Date): 'too_soon' | 'too_far' | undefined {
  const notice = channel === 'internet' ? resource.noticeHours * hourMillis : 0;
  if (start.getTime() < now.getTime() + notice || start <= now) return 'too_soon';
  return start.getTime() > now.getTime() + resource.daysAheadMax * 24 * hourMillis ? 'too_far' : undefined;
}

/** The slot that begins at an instant on an open day; `undefined` when there is none. */
export function slotAt(resource: ResourceDefinition, calendar: Calendar, day: LocalDate, start: Date): { readonly start: Date; readonly end: Date } | undefined {
  if (closedBecause(resource, calendar, day) !== undefined) return undefined;
  return slotsOfDay(resource, day).find((slot) => slot.start.getTime() === start.getTime());
}
