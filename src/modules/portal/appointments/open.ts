import { findLiveAppointment, findResource, getResource, listAppointmentsOfCase, type Appointment, type Resource } from '#modules/appointments/index.ts';
import type { Case, Definition } from '#modules/cases/index.ts';
import { refusals } from '#kernel/errors/index.ts';
import type { Context } from '#kernel/http/index.ts';
import { openOwn } from '../cases/open-own.ts';

export const refuse = refusals('portal_appointments', {
  nothing_to_book: [409, 'Este trámite no pide una cita ahora. Vuelva al trámite para ver cómo está.'],
  no_resource: [503, 'La entidad todavía no abrió sus horarios para este trámite. Vuelva a intentarlo más tarde.'],
  unreadable_day: [404, 'Esa fecha no existe. Elija un día de la lista.'],
});

/** A case and the place that it books: with the live appointment, if there is one. */
export type Booking = { readonly current: Case; readonly definition: Definition; readonly resource: Resource; readonly appointment: Appointment | undefined };

/** What can be booked for the case of the address: what it waits for now, or what it has booked already. */
export async function openBooking(ctx: Context): Promise<Booking> {
  const { current, definition } = await openOwn(ctx);
  const wait = current.state.waits.find((one) => one.for === 'appointment');
  const key = wait && definition.flow.elements[wait.element]?.attributes.resource;
  if (key === undefined) return openLatest(ctx, current, definition);
  const resource = (await findResource(ctx.db, current.entityId, key)) ?? refuse('no_resource');
  return { current, definition, resource, appointment: await findLiveAppointment(ctx.db, current.entityId, current.id, resource.id) };
}

async function openLatest(ctx: Context, current: Case, definition: Definition): Promise<Booking> {
  const appointment = (await listAppointmentsOfCase(ctx.db, current.entityId, current.id)).findLast((one) => one.state === 'booked') ?? refuse('nothing_to_book');
  return { current, definition, appointment, resource: await getResource(ctx.db, current.entityId, appointment.resourceId) };
}

/** Addresses of a case's appointment. */
export const bookingHrefs = (id: string) => ({
  back: `/mis-tramites/${id}`, book: `/mis-tramites/${id}/cita`, slip: `/mis-tramites/${id}/cita/comprobante`, ics: `/mis-tramites/${id}/cita/calendario`,
  move: `/mis-tramites/${id}/cita/dias`, cancel: `/mis-tramites/${id}/cita/cancelacion`, waiting: `/mis-tramites/${id}/cita/espera`,
});
