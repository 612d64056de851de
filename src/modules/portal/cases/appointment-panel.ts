import { getResource, listAppointmentsOfCase } from '#modules/appointments/index.ts';
import type { Case } from '#modules/cases/index.ts';
import { localDateOf, sayDayWithWeekday, sayTime } from '#kernel/clock.ts';
import { linkButton } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';

/** The appointment that a case has booked, when and where, with the way to what to bring, to another day and to giving it up; nothing where there is none. */
export async function appointmentPanel(ctx: Context, current: Case): Promise<Html | undefined> {
  const booked = (await listAppointmentsOfCase(ctx.db, current.entityId, current.id)).findLast(({ state }) => state === 'booked');
  if (!booked) return undefined;
  const { address } = await getResource(ctx.db, current.entityId, booked.resourceId);
  return html`<h2 class="govuk-heading-m">Tiene una cita</h2>
    <p class="govuk-body"><strong>${sayDayWithWeekday(localDateOf(booked.start))}, ${sayTime(booked.start)}</strong><br>${address}</p>
    ${linkButton({ href: `/mis-tramites/${current.id}/cita`, text: 'Ver, cambiar o cancelar la cita' })}`;
}
