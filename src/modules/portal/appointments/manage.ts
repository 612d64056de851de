import { cancelAppointment, cancelPage, icsOf, slipPage, type Appointment } from '#modules/appointments/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { attachment, page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import { bookingHrefs, openBooking, refuse, type Booking } from './open.ts';

type Booked = Booking & { readonly appointment: Appointment };

async function openBooked(ctx: Context): Promise<Booked> {
  const booking = await openBooking(ctx);
  return { ...booking, appointment: booking.appointment ?? refuse('nothing_to_book') };
}

/** `GET /mis-tramites/:id/cita/comprobante`: the slip to print. */
export async function showSlip(ctx: Context): Promise<Answer> {
  const { appointment, resource, current } = await openBooked(ctx);
  return page({ ...slipPage({ appointment, resource, hrefs: bookingHrefs(current.id) }), section: '/mis-tramites' });
}

/** `GET /mis-tramites/:id/cita/calendario`: the appointment for the calendar of a telephone. */
export async function downloadIcs(ctx: Context): Promise<Answer> {
  const { appointment, resource, current } = await openBooked(ctx);
  const text = icsOf(appointment, { resource, url: new URL(bookingHrefs(current.id).book, ctx.url).href, host: ctx.url.hostname, now: ctx.now });
  return attachment(`cita-${current.number}.ics`, 'text/calendar; charset=utf-8', text);
}

/** `GET /mis-tramites/:id/cita/cancelacion`: asks why, and a second yes. */
export const askCancel = async (ctx: Context): Promise<Answer> => cancelling(ctx, await openBooked(ctx), undefined);

/** `POST /mis-tramites/:id/cita/cancelacion`. */
export async function cancel(ctx: Context): Promise<Answer> {
  const booked = await openBooked(ctx);
  const reason = typeof ctx.form.reason === 'string' ? ctx.form.reason : '';
  try {
    await cancelAppointment(ctx.db, { resource: booked.resource, appointmentId: booked.appointment.id, actor: { by: applicantOf(ctx).id, as: 'applicant' }, reason, now: ctx.now });
  } catch (caught) {
    if (!isRefusal(caught) || caught.status >= 500) throw caught;
    return cancelling(ctx, booked, caught.message);
  }
  return seeOther(bookingHrefs(booked.current.id).back, 'Cancelamos su cita.');
}

function cancelling(ctx: Context, { appointment, resource, current }: Booked, error: string | undefined): Answer {
  const hrefs = bookingHrefs(current.id);
  const form = { csrf: ctx.csrf, action: hrefs.cancel, ...(error === undefined ? {} : { error }) };
  return page({ ...cancelPage({ appointment, resource, hrefs }, form), section: '/mis-tramites' }, error === undefined ? 200 : 422);
}
