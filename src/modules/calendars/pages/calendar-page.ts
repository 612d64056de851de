import { sayDayWithWeekday } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { button, emptyState, linkButton, select, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { departmentCodes, departments, sayReach, type DepartmentCode } from '../domain/place.ts';
import type { StoredDay } from '../store/days.ts';

/** What the list of holidays shows: the days of one year that reach a department, or all of them. */
type CalendarView = {
  readonly year: number;
  readonly years: readonly number[];
  readonly department: DepartmentCode | undefined;
  readonly days: readonly StoredDay[];
  /** Whether the reader may add and withdraw days. */
  readonly mayChange: boolean;
};

/** The days on which public offices don't work, each with its norm: for people, and for print. */
export function calendarPage(view: CalendarView): PageContent {
  const where = view.department ? ` en ${departments[view.department]}` : ' en Bolivia';
  return {
    title: `Feriados de ${view.year}${where}`, description: `Días no hábiles de ${view.year}${where}, con la norma que declara cada uno.`,
    main: html`<h1 class="govuk-heading-xl">Feriados de ${view.year}${where}</h1>
      <p class="govuk-body">En estos días las oficinas públicas no atienden y los plazos en días hábiles no corren. Los sábados y domingos tampoco son hábiles.</p>
      ${filters(view)}${view.days.length > 0 ? dayTable(view) : nothingKnown(view)}
      <p class="govuk-body">El Gobierno puede trasladar o agregar feriados por decreto. Cuando eso ocurre, los plazos que están corriendo se vuelven a contar y se avisa a las personas.</p>
      ${view.mayChange && linkButton({ href: '/calendario/dias/nuevo', text: 'Agregar un día no hábil' })}`,
  };
}

const filters = ({ year, years, department }: CalendarView): Html => html`<form action="/calendario" method="get" class="app-filters">
  ${select({ id: 'departamento', name: 'departamento', label: 'Departamento', emptyText: 'Todo el país', value: department, options: departmentCodes.map((code) => ({ value: code, text: departments[code] })) })}
  ${select({ id: 'anio', name: 'anio', label: 'Año', value: String(year), options: years.map((one) => ({ value: String(one), text: String(one) })) })}
  ${button({ text: 'Mostrar', kind: 'secondary' })}</form>`;

const dayTable = ({ days, year, mayChange }: CalendarView): Html => table({
  caption: `Días no hábiles de ${year}`, captionHidden: true, cards: true, firstCellNames: true,
  head: ['Día', 'Feriado', 'Alcance', 'Norma', 'Fuente', ...(mayChange ? [''] : [])],
  rows: days.map((day) => [sayDayWithWeekday(day.day), day.name, capitalised(sayReach(day.scope, day.of)), normOf(day), day.source, ...(mayChange ? [withdrawal(day)] : [])]),
});

const capitalised = (text: string): string => text.replace(/^./u, (first) => first.toLocaleUpperCase('es'));

const normOf = ({ norm, unconfirmed }: StoredDay): Html => html`${norm}${unconfirmed !== undefined && html`<br><span class="app-muted">Por confirmar: ${unconfirmed}.</span>`}`;

const withdrawal = (day: StoredDay): Html | false => day.origin === 'administrator'
  && html`<a class="govuk-link" href="/calendario/dias/${day.id}/retiro">Quitar<span class="govuk-visually-hidden"> el ${sayDayWithWeekday(day.day)}</span></a>`;

const nothingKnown = ({ year }: CalendarView): Html =>
  emptyState({ title: `Todavía no se conocen los feriados de ${year}`, body: 'Elija otro año de la lista.' });
