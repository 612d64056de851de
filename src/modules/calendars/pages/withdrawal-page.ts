import { sayDayWithWeekday } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { button, errorSummary, postForm, summaryList, textField, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { sayReach } from '../domain/place.ts';
import type { StoredDay } from '../store/days.ts';

/** Asks for the reason before a day is taken off the calendar. */
export function withdrawalPage(day: StoredDay, error: string | undefined, csrf: Html): PageContent {
  return {
    title: 'Quitar un día del calendario', backLink: { href: '/calendario', text: 'Volver a los feriados' }, hasErrors: error !== undefined, noIndex: true,
    main: html`${errorSummary(error === undefined ? [] : [{ href: '#reason', text: error }])}
      <h1 class="govuk-heading-xl">Quitar un día del calendario</h1>
      ${summaryList([{ key: 'Día', value: sayDayWithWeekday(day.day) }, { key: 'Feriado', value: day.name }, { key: 'Alcance', value: sayReach(day.scope, day.of) }, { key: 'Norma', value: day.norm }])}
      ${warningText('Los plazos abiertos se vuelven a contar: algunos vencerán antes.')}
      ${postForm({ csrf, body: html`${textField({ id: 'reason', name: 'reason', label: 'Motivo', hint: 'Por ejemplo, «la norma se publicó con otra fecha».', maxLength: 200, error })}
        ${button({ text: 'Quitar el día', kind: 'warning' })}` })}`,
  };
}
