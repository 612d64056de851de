import { localDateOf, sayDayWithWeekday, sayTime } from '#kernel/clock.ts';
import { summaryList, type SummaryRow } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { stateNames, type Appointment } from '../domain/appointment.ts';
import type { ResourceDefinition } from '../domain/resource.ts';

/** «lunes, 9 de marzo de 2026, 09:30». */
export const sayWhen = (start: Date): string => `${sayDayWithWeekday(localDateOf(start))}, ${sayTime(start)}`;

/** The facts of an appointment, for every page that shows one. */
export const appointmentFacts = (appointment: Appointment, resource: ResourceDefinition): Html => summaryList(factRows(appointment, resource));

function factRows({ start, end, label, attendee, state }: Appointment, resource: ResourceDefinition): readonly SummaryRow[] {
  return [
    { key: 'Día', value: sayDayWithWeekday(localDateOf(start)) }, { key: 'Hora', value: `${sayTime(start)} a ${sayTime(end)}` },
    { key: 'Atención', value: resource.name }, { key: 'Lugar', value: resource.address },
    ...(label === '' ? [] : [{ key: 'Trámite', value: label }]), ...(attendee === '' ? [] : [{ key: 'A nombre de', value: attendee }]),
    ...(state === 'booked' ? [] : [{ key: 'Estado', value: stateNames[state] }]),
  ];
}

/** What to bring, where there is something to bring. */
export const instructionList = ({ instructions }: ResourceDefinition): Html | false => instructions.length > 0
  && html`<h2 class="govuk-heading-m">Antes de la cita</h2><ul class="govuk-list govuk-list--bullet">${instructions.map((one) => html`<li>${one}</li>`)}</ul>`;
