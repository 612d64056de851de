import { acceptOffer, findWaiting, joinWaitingList, joinWaitingPage, leaveWaitingList, waitingPage } from '#modules/appointments/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import { bookingHrefs, openBooking, type Booking } from './open.ts';

/** `GET /mis-tramites/:id/cita/espera`: the place that was freed, the news that there is none yet, or the form to join. */
export async function showWaiting(ctx: Context): Promise<Answer> {
  const { current, resource, appointment, ...rest } = await openBooking(ctx);
  const hrefs = bookingHrefs(current.id);
  const waiting = await findWaiting(ctx.db, current.entityId, current.id, resource.id);
  if (!waiting) return joining(ctx, { current, resource, appointment, ...rest }, undefined);
  return page({
    ...waitingPage({ waiting, resource, backHref: hrefs.back, csrf: ctx.csrf, acceptAction: `${hrefs.waiting}/aceptacion`, leaveAction: `${hrefs.waiting}/salida`, ...(appointment ? { current: appointment } : {}) }),
    section: '/mis-tramites',
  });
}

/** `POST /mis-tramites/:id/cita/espera`: joins the list between two days. */
export async function joinWaiting(ctx: Context): Promise<Answer> {
  const booking = await openBooking(ctx);
  const { current, definition, resource } = booking;
  const fromDay = dayOf(ctx, 'from'), untilDay = dayOf(ctx, 'until');
  if (!fromDay || !untilDay) return joining(ctx, booking, 'Escriba los dos días, por ejemplo 9 3 2027.');
  try {
    await joinWaitingList(ctx.db, { resource, caseId: current.id, personId: applicantOf(ctx).id, fromDay, untilDay, now: ctx.now, label: `${current.number}, ${definition.name}`, attendee: current.applicant.name });
  } catch (caught) {
    if (!isRefusal(caught) || caught.status >= 500) throw caught;
    return joining(ctx, booking, caught.message);
  }
  return seeOther(bookingHrefs(current.id).waiting, 'Quedó en la lista de espera.');
}

/** `POST /mis-tramites/:id/cita/espera/aceptacion`: takes the place that is kept. */
export async function acceptPlace(ctx: Context): Promise<Answer> {
  const { current, resource } = await openBooking(ctx);
  await acceptOffer(ctx.db, resource, current.id, ctx.now);
  return seeOther(bookingHrefs(current.id).book);
}

/** `POST /mis-tramites/:id/cita/espera/salida`: leaves the list. */
export async function leaveWaiting(ctx: Context): Promise<Answer> {
  const { current, resource } = await openBooking(ctx);
  await leaveWaitingList(ctx.db, resource, current.id, ctx.now);
  return seeOther(bookingHrefs(current.id).back, 'Salió de la lista de espera.');
}

function joining(ctx: Context, { current, resource }: Booking, error: string | undefined): Answer {
  const hrefs = bookingHrefs(current.id);
  const content = joinWaitingPage({ resource, backHref: hrefs.move, action: hrefs.waiting, csrf: ctx.csrf, ...(error === undefined ? {} : { error }) });
  return page({ ...content, section: '/mis-tramites' }, error === undefined ? 200 : 422);
}

function dayOf(ctx: Context, name: string): LocalDate | undefined {
  const part = (which: string, digits: number): string => String(ctx.form[`${name}-${which}`] ?? '').trim().padStart(digits, '0');
  return parseLocalDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`);
}
