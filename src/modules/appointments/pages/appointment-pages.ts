import { button, buttonGroup, errorSummary, panel, postForm, textField, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { ResourceDefinition } from '../domain/resource.ts';
import { appointmentFacts, instructionList, sayWhen } from './facts.ts';

/** An appointment and where its pages are. */
export type AppointmentView = {
  readonly appointment: Appointment;
  readonly resource: ResourceDefinition;
  readonly hrefs: { readonly back: string; readonly slip: string; readonly ics: string; readonly move: string; readonly cancel: string };
};

/** After booking or moving: it is done, what to bring, what else can be done. */
export function bookedPage({ appointment, resource, hrefs }: AppointmentView): PageContent {
  const title = appointment.sequence === 0 ? 'Su cita está reservada' : 'Su cita cambió';
  return {
    title, noIndex: true,
    main: html`${panel({ title, body: sayWhen(appointment.start) })}${appointmentFacts(appointment, resource)}${instructionList(resource)}
      <h2 class="govuk-heading-m">Qué puede hacer</h2>
      <ul class="govuk-list govuk-list--spaced">
        <li><a class="govuk-link" href="${hrefs.slip}">Ver el comprobante para imprimir</a></li>
        <li><a class="govuk-link" href="${hrefs.ics}">Guardar en el calendario de su teléfono</a></li>
        <li><a class="govuk-link" href="${hrefs.move}">Cambiar la cita</a>, ${until(resource.changeUntilHours)}</li>
        <li><a class="govuk-link" href="${hrefs.cancel}">Cancelar la cita</a>, ${until(resource.cancelUntilHours)}</li>
        <li><a class="govuk-link" href="${hrefs.back}">Volver a su trámite</a></li>
      </ul>`,
  };
}

function until(hours: number): string {
  if (hours === 0) return 'hasta la hora de la cita';
  return hours === 1 ? 'hasta 1 hora antes' : `hasta ${hours} horas antes`;
}

/** The slip to print and show at the door. */
export const slipPage = ({ appointment, resource, hrefs }: AppointmentView): PageContent => ({
  title: 'Comprobante de cita', backLink: { href: hrefs.back, text: 'Volver a su trámite' }, noIndex: true,
  main: html`<h1 class="govuk-heading-xl">Comprobante de cita</h1>${appointmentFacts(appointment, resource)}${instructionList(resource)}`,
});

/** Asks for the reason and a second yes before an appointment is cancelled. Posts `reason`. */
export function cancelPage({ appointment, resource, hrefs }: AppointmentView, form: { readonly csrf: Html; readonly action: string; readonly error?: string }): PageContent {
  const { csrf, action, error } = form;
  return {
    title: 'Cancelar la cita', backLink: { href: hrefs.back, text: 'Volver sin cancelar' }, hasErrors: error !== undefined, noIndex: true,
    main: html`${errorSummary(error === undefined ? [] : [{ href: '#reason', text: error }])}<h1 class="govuk-heading-xl">Cancelar la cita</h1>
      ${appointmentFacts(appointment, resource)}${warningText('El lugar se ofrece enseguida a otra persona. Para volver tendrá que reservar otra cita.')}
      ${postForm({ csrf, action, body: html`${textField({ id: 'reason', name: 'reason', label: 'Motivo', hint: 'Por ejemplo, «ese día estaré de viaje».', maxLength: 300, error })}
        ${buttonGroup(button({ text: 'Cancelar la cita', kind: 'warning' }), html`<a class="govuk-link" href="${hrefs.move}">Mejor cambiar el día</a>`)}` })}`,
  };
}
