import { sayDay, sayDayWithWeekday, sayTime, type LocalDate } from '#kernel/clock.ts';
import { button, emptyState, errorSummary, hiddenField, pagination, postForm, radios } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { ResourceDefinition } from '../domain/resource.ts';
import type { Slot, SlotDay } from '../domain/slots.ts';
import { sayWhen } from './facts.ts';

/** What both steps of choosing a time need. */
type PickerView = {
  readonly resource: ResourceDefinition;
  readonly backHref: string;
  /** The appointment that is being moved; absent for a new one. */
  readonly moving?: { readonly start: Date };
};

/** The first step: the day. */
export type DayPicker = PickerView & {
  readonly days: readonly SlotDay[];
  readonly dayHref: (day: LocalDate) => string;
  readonly previousHref?: string;
  readonly nextHref?: string;
  /** Where one joins the waiting list, if there is one. */
  readonly waitingHref?: string;
};

/** Choose a day: those with places are links; the others say why not. */
export function dayPickerPage(view: DayPicker): PageContent {
  const title = view.moving ? '¿A qué día quiere cambiar su cita?' : 'Elija el día de su cita';
  return {
    title, backLink: { href: view.backHref, text: 'Volver' }, noIndex: true,
    main: html`<h1 class="govuk-heading-xl">${title}</h1>${intro(view)}
      ${view.days.some(({ slots }) => slots.length > 0) ? dayList(view) : emptyState({ title: 'No quedan lugares en estos días', body: 'Busque en los días siguientes.' })}
      ${pagination({ previous: view.previousHref, next: view.nextHref })}
      ${view.waitingHref !== undefined && html`<p class="govuk-body">¿Ningún día le sirve? <a class="govuk-link" href="${view.waitingHref}">Anótese en la lista de espera</a> y le avisaremos si se libera un lugar.</p>`}`,
  };
}

const intro = ({ resource, moving }: PickerView): Html => html`<p class="govuk-body">${resource.name}<br>${resource.address}</p>
  ${moving && html`<p class="govuk-body">Su cita es el <strong>${sayWhen(moving.start)}</strong>. La conserva hasta que confirme otra.</p>`}`;

const dayList = ({ days, dayHref }: DayPicker): Html => html`<ul class="govuk-list govuk-list--spaced">${days.map(({ day, slots, closed }) => {
  const name = sayDayWithWeekday(day);
  if (slots.length > 0) return html`<li><a class="govuk-link" href="${dayHref(day)}">${name}</a><br><span class="app-muted">${sayHours(slots.length)}</span></li>`;
  return html`<li>${name}<br><span class="app-muted">${closed ?? 'Sin lugares'}</span></li>`;
})}</ul>`;

const sayHours = (count: number): string => (count === 1 ? '1 horario libre' : `${count} horarios libres`);

/** The second step: the time. Posts `start` (ISO 8601) and `key`, which makes a second press harmless. */
export type TimePicker = PickerView & {
  readonly day: SlotDay;
  readonly action: string;
  readonly csrf: Html;
  readonly key: string;
  readonly chosen?: string;
  /** What went wrong with the last try, such as a place that somebody else took meanwhile. */
  readonly error?: string;
};

/** Choose a time of the day. */
export function timePickerPage(view: TimePicker): PageContent {
  const { day, error, moving } = view;
  return {
    title: `Elija la hora del ${sayDay(day.day)}`, backLink: { href: view.backHref, text: 'Elegir otro día' }, hasErrors: error !== undefined, noIndex: true,
    main: html`${errorSummary(error === undefined ? [] : [{ href: day.slots.length > 0 ? '#start' : '#sin-horarios', text: error }])}
      ${day.slots.length > 0 ? timeForm(view) : html`<div id="sin-horarios">${emptyState({ title: `No quedan horarios el ${sayDay(day.day)}`, body: day.closed ?? 'Se ocuparon todos.', action: { href: view.backHref, text: 'Elegir otro día' } })}</div>`}
      ${moving && html`<p class="govuk-body">Si no confirma, conserva su cita del ${sayWhen(moving.start)}.</p>`}`,
  };
}

const timeForm = ({ day, action, csrf, key, chosen, error, moving }: TimePicker): Html => postForm({ csrf, action, body: html`${hiddenField('key', key)}
  ${radios({ id: 'start', name: 'start', label: `¿A qué hora del ${sayDayWithWeekday(day.day)}?`, labelSize: 'xl', isPageHeading: true, error, value: chosen, options: day.slots.map(option) })}
  ${button({ text: moving ? 'Cambiar la cita' : 'Reservar la cita' })}` });

const option = ({ start, end, free }: Slot) => ({ value: start.toISOString(), text: `${sayTime(start)} a ${sayTime(end)}`, ...(free <= fewLeft && { hint: free === 1 ? 'Queda 1 lugar' : `Quedan ${free} lugares` }) });

const fewLeft = 3;
