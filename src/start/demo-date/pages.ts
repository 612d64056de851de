import { localDateOf, sayDayWithWeekday, type LocalDate } from '#kernel/clock.ts';
import { button, buttonGroup, dateField, errorSummary, insetText, postForm, radios, summaryList, warningText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Choices, Chosen } from './choice.ts';

/** What the page of the date shows. */
export type Shown = { readonly csrf: Context['csrf']; readonly now: Date; readonly realNow: Date; readonly choices: Choices; readonly typed: Readonly<Record<string, string | undefined>>; readonly fault?: Chosen | undefined };

/** Which day it is in the demonstration, and how to move it forward. */
export function demoDatePage({ csrf, now, realNow, choices, typed, fault }: Shown): PageContent {
  const problem = fault !== undefined && 'sentence' in fault ? fault : undefined, today = localDateOf(now), realDay = localDateOf(realNow);
  const error = (field: 'avance' | 'dia') => (problem?.field === field ? problem.sentence : undefined);
  const other = dateField({ id: 'dia', name: 'dia', label: 'Qué día', hint: 'Por ejemplo, 5 1 2027.', day: typed['dia-day'], month: typed['dia-month'], year: typed['dia-year'], error: error('dia') });
  return {
    title: 'Fecha de la demostración', noIndex: true, hasErrors: problem !== undefined,
    main: html`${errorSummary(problem ? [{ href: `#${problem.field}`, text: problem.sentence }] : [])}
      <h1 class="govuk-heading-l">Fecha de la demostración</h1>
      ${summaryList([{ key: 'En la demostración es', value: sayDayWithWeekday(today) }, ...(today === realDay ? [] : [{ key: 'En la realidad es', value: sayDayWithWeekday(realDay) }])])}
      <p class="govuk-body">Adelante la fecha para ver en minutos lo que toma semanas: plazos que vencen, citas que llegan, avisos que salen. Cambia para todas las personas que usan esta demostración, y nadie pierde su sesión.</p>
      ${postForm({ csrf, action: '/demo/fecha', body: html`${radios({ id: 'avance', name: 'avance', label: 'Mover la fecha hasta', labelSize: 'm', value: typed.avance, error: error('avance'), options: [
        { value: 'manana', text: 'Mañana', hint: sayDayWithWeekday(choices.tomorrow) },
        { value: 'habiles', text: 'Dentro de 10 días hábiles', hint: `${sayDayWithWeekday(choices.workingDays)}, según los feriados nacionales` },
        { value: 'dia', text: 'Otro día', reveals: other },
      ] })}${button({ text: 'Mover la fecha' })}` })}
      ${today !== realDay && html`<p class="govuk-body"><a class="govuk-link" href="/demo/fecha/hoy">Volver a hoy</a></p>`}`,
  };
}

/** What going back means, before it is done. */
export const backToTodayPage = (csrf: Context['csrf'], today: LocalDate, realDay: LocalDate): PageContent => ({
  title: 'Volver a hoy', noIndex: true, backLink: { href: '/demo/fecha', text: 'Fecha de la demostración' },
  main: html`<h1 class="govuk-heading-l">Volver a hoy</h1>
    ${warningText('Lo que ya pasó en fechas posteriores no se deshace.')}
    <p class="govuk-body">La demostración pasará del ${sayDayWithWeekday(today)} al ${sayDayWithWeekday(realDay)}. Los trámites, planes y avisos quedarán con las fechas que tuvieron, que ahora serán futuras, y algunos plazos se verán raros.</p>
    ${insetText('Para empezar de cero es mejor iniciar otra demostración con una carpeta de datos vacía.')}
    ${postForm({ csrf, action: '/demo/fecha/hoy', body: buttonGroup(button({ text: 'Volver a hoy', kind: 'warning' }), html`<a class="govuk-link" href="/demo/fecha">Dejar la fecha como está</a>`) })}`,
});
