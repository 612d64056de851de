import { localDateOf } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { loadCalendar } from '#modules/calendars/index.ts';
import type { Channel, Resource } from '../domain/resource.ts';
import { slotAt, windowProblem } from '../domain/slots.ts';
import { refuse } from '../errors.ts';

/** The slot that begins at an instant, or a refusal: nobody is received then, or it is too soon or too far to book. */
export async function chooseSlot(db: Db, resource: Resource, start: Date, channel: Channel, now: Date): Promise<{ readonly start: Date; readonly end: Date }> {
  const calendar = await loadCalendar(db, resource.place);
  const slot = slotAt(resource, calendar, localDateOf(start), start) ?? refuse('no_such_slot');
  const problem = windowProblem(resource, start, channel, now);
  return problem === undefined ? slot : refuse(problem);
}
