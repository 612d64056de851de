import { addDays, sayDayWithWeekday, sayTime, type LocalDate } from '#kernel/clock.ts';
import { button, dateField, emptyState, hiddenField, postForm, select, statRow, table, tag } from '#kernel/html/components.ts';
import { boxesOf } from '#kernel/html/day-boxes.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { attendanceProblem, stateNames, type Appointment } from '../domain/appointment.ts';
import type { Resource } from '../domain/resource.ts';

/** One day of one resource, for the officer who receives people. */
type Agenda = {
  readonly day: LocalDate;
  readonly resource: Resource;
  readonly resources: readonly Resource[];
  readonly appointments: readonly Appointment[];
  /** Why the resource is closed that day; `undefined` when it opens. */
  readonly closed: string | undefined;
  readonly now: Date;
  readonly csrf: Html;
  /** Where the case of an appointment is seen, when the process has such a page. */
  readonly caseHref: ((one: Appointment) => string) | undefined;
};

/** Address of an agenda. */
export const agendaHref = (day: LocalDate, resource: Pick<Resource, 'id'>): string => `/escritorio/agenda?dia=${day}&recurso=${resource.id}`;

const backLink = { href: '/escritorio', text: 'Escritorio' } as const;

/** Who comes on a day, in order, with what became of each appointment. */
export function agendaPage(agenda: Agenda): PageContent {
  const { day, resource, appointments, closed } = agenda;
  return {
    title: `Agenda de ${resource.name}, ${sayDayWithWeekday(day)}`, width: 'wide', section: '/escritorio', noIndex: true, backLink,
    main: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${resource.name}</span>${capitalised(sayDayWithWeekday(day))}</h1>
      ${neighbours(agenda)}${chooser(agenda)}${closed !== undefined && html`<p class="govuk-body"><strong>Cerrado este día:</strong> ${closed}.</p>`}
      ${appointments.length > 0 ? html`${counts(appointments)}${agendaTable(agenda)}` : emptyState({ title: 'No hay citas para este día', body: 'Cuando alguien reserve, aparecerá aquí.' })}`,
  };
}

const capitalised = (text: string): string => text.replace(/^./u, (first) => first.toLocaleUpperCase('es'));

/** What an entity without resources sees. */
export const noAgendaPage: PageContent = {
  title: 'Agenda', section: '/escritorio', noIndex: true, backLink,
  main: html`<h1 class="govuk-heading-l">Agenda</h1>${emptyState({ title: 'Su entidad no atiende con cita', body: 'Cuando un trámite publicado tenga citas, su agenda aparecerá aquí.', action: { href: '/escritorio', text: 'Ir al escritorio' } })}`,
};

const chooser = ({ day, resource, resources }: Agenda): Html => html`<form action="/escritorio/agenda" method="get" class="app-filters">
  ${resources.length > 1 ? select({ id: 'recurso', name: 'recurso', label: 'Atención', value: resource.id, options: resources.map(({ id, name }) => ({ value: id, text: name })) }) : hiddenField('recurso', resource.id)}
  ${dateField({ id: 'dia', name: 'dia', label: 'Fecha', ...boxesOf(day) })}${button({ text: 'Ver', kind: 'secondary' })}</form>`;

// Above the table: on a full day nobody scrolls to its end to turn the page.
const neighbours = ({ day, resource }: Agenda): Html => html`<nav aria-label="Días vecinos"><ul class="govuk-list app-row">${[-1, 1].map((step) => {
  const other = addDays(day, step);
  return html`<li><a class="govuk-link" href="${agendaHref(other, resource)}">${step < 0 ? 'Día anterior' : 'Día siguiente'}: ${sayDayWithWeekday(other)}</a></li>`;
})}</ul></nav>`;

function counts(appointments: readonly Appointment[]): Html {
  const of = (state: Appointment['state']): number => appointments.filter((one) => one.state === state).length;
  return statRow([{ value: of('booked'), label: 'por atender' }, { value: of('attended'), label: 'atendidas' }, { value: of('missed'), label: 'no se presentaron' }]);
}

const agendaTable = (agenda: Agenda): Html => table({
  caption: 'Citas del día', captionHidden: true, cards: true, firstCellNames: true, head: ['Hora', 'Persona', 'Trámite', 'Estado', ''],
  rows: agenda.appointments.map((one) => [`${sayTime(one.start)} a ${sayTime(one.end)}`, one.attendee || 'Sin nombre', caseOf(one, agenda), tag({ text: stateNames[one.state], colour: colours[one.state] }), marks(one, agenda)]),
});

const colours = { booked: 'blue', attended: 'green', missed: 'orange', cancelled: 'grey' } as const satisfies Record<Appointment['state'], string>;

function caseOf(one: Appointment, { caseHref }: Agenda): Child {
  const name = one.label || 'Ver el expediente';
  return caseHref ? html`<a class="govuk-link" href="${caseHref(one)}">${name}</a>` : one.label;
}

function marks(one: Appointment, { now, csrf }: Agenda): Child {
  const outcomes = (['attended', 'missed'] as const).filter((outcome) => attendanceProblem(one, outcome, now) === undefined);
  if (outcomes.length === 0) return one.state === 'booked' ? 'Todavía no es la hora' : '';
  const who = `a ${one.attendee || 'la persona'} de las ${sayTime(one.start)}`;
  return postForm({ csrf, action: `/escritorio/agenda/${one.id}/asistencia`, body: outcomes.map((outcome) =>
    button({ text: outcomeText[outcome], name: 'outcome', value: outcome, kind: 'secondary', hiddenText: who })) });
}

const outcomeText = { attended: 'Se atendió', missed: 'No vino' } as const;
