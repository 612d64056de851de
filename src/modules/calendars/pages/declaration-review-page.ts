import { sayDay, sayDayWithWeekday } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { button, buttonGroup, hiddenField, postForm, summaryList, table, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { NonWorkingDay } from '../domain/calendar.ts';
import type { Impact } from '../domain/impact.ts';
import { sayReach } from '../domain/place.ts';

/** The last look before days are declared: how many change, and how terms of usual length move. */
export function declarationReviewPage(days: readonly NonWorkingDay[], impact: Impact, written: Readonly<Record<string, string>>, csrf: Html): PageContent {
  const [first] = days;
  return {
    title: 'Confirmar el día no hábil', backLink: { href: '/calendario', text: 'Volver a los feriados sin guardar' }, noIndex: true,
    main: html`<h1 class="govuk-heading-xl">${sayLost(impact.lost.length)}</h1>
      ${first && summaryList([
        { key: 'Feriado', value: first.name }, { key: 'Días', value: html`<ul class="govuk-list">${days.map(({ day }) => html`<li>${sayDayWithWeekday(day)}</li>`)}</ul>` },
        { key: 'Alcance', value: sayReach(first.scope, first.of) }, { key: 'Norma', value: first.norm }, { key: 'Fuente', value: first.source },
      ])}
      ${impact.unchanged.length > 0 && html`<p class="govuk-body">No cambian nada, porque ya no eran hábiles: ${impact.unchanged.map(sayDay).join('; ')}.</p>`}
      ${impact.lost.length > 0 && examples(impact)}
      ${warningText('Los plazos abiertos de ese lugar se vuelven a contar y se avisa a las personas.')}
      ${postForm({ csrf, action: '/calendario/dias', body: html`${Object.entries(written).map(([name, value]) => hiddenField(name, value))}
        ${buttonGroup(button({ text: 'Guardar en el calendario' }), button({ text: 'Corregir los datos', kind: 'secondary', formAction: '/calendario/dias/nuevo' }))}` })}`,
  };
}

function sayLost(count: number): string {
  if (count === 0) return 'Ningún día hábil cambia';
  return count === 1 ? '1 día hábil deja de serlo' : `${count} días hábiles dejan de serlo`;
}

const examples = ({ examples: shown }: Impact): Html => table({
  caption: 'Plazos que empiezan la víspera', head: ['Plazo', 'Vencía', 'Vencerá'], firstCellNames: true, cards: true,
  rows: shown.map(({ workingDays, before, after }) => [`${workingDays} días hábiles`, sayDayWithWeekday(before), before === after ? 'igual' : sayDayWithWeekday(after)]),
});
