import { barChart, chartFigure } from '#kernel/charts/index.ts';
import { button, dateField, emptyState, statRow } from '#kernel/html/components.ts';
import { boxesOf } from '#kernel/html/day-boxes.ts';
import { html } from '#kernel/html/html.ts';
import { addDays, sayDayWithWeekday, type LocalDate } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { ProcedureRow } from '../../domain/dashboard/figures.ts';
import type { Usual } from '../../domain/dashboard/operation.ts';
import { sayPeriod, type Period } from '../../domain/period.ts';
import type { DayRow } from '../../store/dashboard/operation.ts';
import { proceduresTable } from './entity-page.ts';

/** What the page of a day shows. */
export type DayShown = { readonly day: LocalDate; readonly today: LocalDate; readonly week: Period; readonly ofDay: readonly ProcedureRow[]; readonly ofWeek: readonly ProcedureRow[]; readonly days: readonly DayRow[]; readonly usual: Usual | undefined };

/** One day of an entity beside what is usual on such a day, and its week, for who supervises. */
export function dayPage({ day, today, week, ofDay, ofWeek, days, usual }: DayShown): PageContent {
  const on = days.find((each) => each.day === day), sum = (of: 'waiting' | 'late'): number => ofDay.reduce((total, each) => total + each[of], 0), note = (value: number | undefined): string => (value === undefined ? 'todavía no hay semanas anteriores' : `lo usual ese día: ${fine.format(value)}`);
  return {
    title: 'El día de la entidad', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
    main: html`<span class="govuk-caption-l">${day === today ? 'Hoy' : 'Día'}</span><h1 class="govuk-heading-l">${capital(sayDayWithWeekday(day))}</h1>
      ${statRow([{ value: on?.received ?? 0, label: 'recibidas', note: note(usual?.received) }, { value: on?.finished ?? 0, label: 'terminadas', note: note(usual?.finished) }, { value: sum('waiting'), label: 'en espera ahora' }, { value: sum('late'), label: 'fuera de plazo ahora' }])}
      ${usual && html`<p class="govuk-body app-muted">Lo usual es el promedio del mismo día de ${usual.days === 1 ? 'la semana anterior' : `las ${usual.days} semanas anteriores`}.</p>`}
      <form method="get" action="/plan/indicadores/dia" class="app-filters">${dateField({ id: 'dia', name: 'dia', label: 'Ver otro día', ...boxesOf(day) })}${button({ text: 'Ver', kind: 'secondary' })}</form>
      <p class="govuk-body"><a class="govuk-link" href="/plan/indicadores/dia?dia=${addDays(day, -1)}">Día anterior</a>${day < today && html` · <a class="govuk-link" href="/plan/indicadores/dia?dia=${addDays(day, 1)}">Día siguiente</a>`}</p>
      <h2 class="govuk-heading-m">Por trámite, este día</h2>${ofDay.length === 0 ? emptyState({ title: 'Nada ese día', body: 'No entró ni salió ninguna solicitud, y ninguna espera.' }) : proceduresTable(ofDay)}
      <h2 class="govuk-heading-m">La semana: ${sayPeriod(week)}</h2>${ofWeek.length === 0 ? emptyState({ title: 'Nada esa semana', body: 'No entró ni salió ninguna solicitud, y ninguna espera.' }) : html`${weekChart(days, week, today)}${proceduresTable(ofWeek)}`}`,
  };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 }), dayName = new Intl.DateTimeFormat('es-BO', { timeZone: 'UTC', weekday: 'short', day: 'numeric' });

// Days that have not come yet are no zeros.
function weekChart(days: readonly DayRow[], { from }: Period, today: LocalDate) {
  const all = Array.from({ length: 7 }, (_, index) => addDays(from, index)), of = (which: 'received' | 'finished') => all.map((day) => (day > today ? null : days.find((each) => each.day === day)?.[which] ?? 0));
  return chartFigure(barChart({ title: 'Día por día', categories: all.map((day) => dayName.format(new Date(`${day}T00:00:00Z`))), series: [{ name: 'Recibidas', values: of('received') }, { name: 'Terminadas', values: of('finished') }] }));
}
