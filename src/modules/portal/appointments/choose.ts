import { randomUUID } from 'node:crypto';
import { bookSlot, bookedPage, dayPickerPage, moveAppointment, offerSlots, timePickerPage } from '#modules/appointments/index.ts';
import { addDays, calendarDay, instantOf, localDateOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import { bookingHrefs, openBooking, refuse, type Booking } from './open.ts';

const daysShown = 14;

/** `GET /mis-tramites/:id/cita`: the appointment there is, or the days to choose from. */
export async function showAppointment(ctx: Context): Promise<Answer> {
  const booking = await openBooking(ctx);
  const { appointment, resource, current } = booking;
  return appointment ? page({ ...bookedPage({ appointment, resource, hrefs: bookingHrefs(current.id) }), section: '/mis-tramites' }) : dayPicker(ctx, booking);
}

/** `GET /mis-tramites/:id/cita/dias`: the days, also to move an appointment. */
export const showDays = async (ctx: Context): Promise<Answer> => dayPicker(ctx, await openBooking(ctx));

async function dayPicker(ctx: Context, { current, resource, appointment }: Booking): Promise<Answer> {
  const today = localDateOf(ctx.now), hrefs = bookingHrefs(current.id);
  const asked = parseLocalDate(ctx.query.desde ?? '') ?? today;
  const from = asked < today ? today : asked;
  const days = await offerSlots(ctx.db, resource, from, daysShown, ctx.now);
  const last = addDays(today, resource.daysAheadMax);
  const next = addDays(from, daysShown), previous = addDays(from, -daysShown);
  return page({
    ...dayPickerPage({
      resource, days, backHref: hrefs.back, dayHref: (day) => `${hrefs.move}/${day}`, waitingHref: hrefs.waiting, ...(appointment ? { moving: appointment } : {}),
      ...(next <= last ? { nextHref: `${hrefs.move}?desde=${next}` } : {}), ...(from > today ? { previousHref: `${hrefs.move}?desde=${previous}` } : {}),
    }), section: '/mis-tramites',
  });
}

/** `GET /mis-tramites/:id/cita/dias/:day`: the times of a day. */
export const showTimes = async (ctx: Context): Promise<Answer> => timePicker(ctx, await openBooking(ctx), dayOf(ctx), undefined);

/** `POST /mis-tramites/:id/cita/dias/:day`: takes the place, or says that somebody else was faster. */
export async function book(ctx: Context): Promise<Answer> {
  const booking = await openBooking(ctx);
  const start = startOf(ctx.form.start);
  if (!start) return timePicker(ctx, booking, dayOf(ctx), 'Elija una hora.');
  try {
    await take(ctx, booking, start);
  } catch (caught) {
    if (!isRefusal(caught) || caught.status >= 500) throw caught;
    return timePicker(ctx, booking, dayOf(ctx), caught.message);
  }
  return seeOther(bookingHrefs(booking.current.id).book);
}

async function take(ctx: Context, { current, definition, resource, appointment }: Booking, start: Date): Promise<void> {
  const person = applicantOf(ctx);
  if (appointment) { await moveAppointment(ctx.db, { resource, appointmentId: appointment.id, start, actor: { by: person.id, as: 'applicant' }, now: ctx.now }); return; }
  const key = typeof ctx.form.key === 'string' && /^[\w-]{8,64}$/.test(ctx.form.key) ? ctx.form.key : randomUUID();
  await bookSlot(ctx.db, {
    resource, start, caseId: current.id, personId: person.id, channel: 'internet', idempotencyKey: `${current.id}:${key}`, now: ctx.now,
    label: `${current.number}, ${definition.name}`, attendee: current.applicant.name,
  });
}

async function timePicker(ctx: Context, { current, resource, appointment }: Booking, asked: LocalDate, error: string | undefined): Promise<Answer> {
  const [day] = await offerSlots(ctx.db, resource, asked, 1, ctx.now);
  const hrefs = bookingHrefs(current.id);
  return page({
    ...timePickerPage({
      resource, day: day ?? refuse('unreadable_day'), backHref: hrefs.move, action: `${hrefs.move}/${asked}`, csrf: ctx.csrf, key: randomUUID(),
      ...(appointment ? { moving: appointment } : {}), ...(error === undefined ? {} : { error }),
    }), section: '/mis-tramites',
  }, error === undefined ? 200 : 422);
}

const dayOf = (ctx: Context): LocalDate => parseLocalDate(ctx.params.day ?? '') ?? refuse('unreadable_day');

function startOf(value: unknown): Date | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  return at && !Number.isNaN(at.getTime()) && at > instantOf(calendarDay(2020, 1, 1)) ? at : undefined;
}
