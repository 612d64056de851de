import type { Calendar } from '#modules/calendars/index.ts';
import { chartFigure } from '#kernel/charts/index.ts';
import { sayDay, type LocalDate } from '#kernel/clock.ts';
import { details, insetText, statRow, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { scheduleChart } from '../../domain/schedule/chart.ts';
import { scheduleTable } from '../../domain/schedule/of-plan.ts';
import type { Scheduled } from '../../domain/schedule/schedule.ts';
import type { FollowUp } from '../../store/plan/follow-up.ts';

/** What a schedule is drawn from. */
export type ShownSchedule = { readonly plan: Plan; readonly scheduled: Scheduled; readonly calendar: Calendar; readonly today: LocalDate; readonly followUp: Pick<FollowUp, 'progress' | 'baseline'> };

/** The schedule of a plan: when it ends, what is critical, the bars, and the dates. */
export function schedulePart(shown: ShownSchedule): Html {
  const { plan, scheduled: { tasks }, followUp, today } = shown, { baseline } = followUp;
  if (tasks.length === 0) return html``;
  const ends = tasks.map(({ to }) => to).sort(), begins = tasks.map(({ from }) => from).sort(), late = tasks.filter(({ code, to }) => { const base = baseline.get(code); return base !== undefined && to > base.to; });
  const critical = tasks.filter((task) => task.critical).length;
  return html`<h2 class="govuk-heading-m">Cronograma</h2>
    ${statRow([{ value: sayDay(begins[0] ?? today), label: 'empieza' }, { value: sayDay(ends.at(-1) ?? today), label: 'termina' }, { value: critical, label: critical === 1 ? 'tarea crítica: si se atrasa, se atrasa todo' : 'tareas críticas: si se atrasan, se atrasa todo' }, ...(baseline.size === 0 ? [] : [{ value: late.length, label: late.length === 1 ? 'termina después de lo aprobado' : 'terminan después de lo aprobado' }])])}
    ${unknownYears(shown)}${chartFigure(scheduleChart(plan.content, tasks, { ...followUp, today }))}
    ${details({ summary: 'Ver fechas y holguras', body: table({ caption: 'Fechas de las tareas', captionHidden: true, cards: true, firstCellNames: true, ...scheduleTable(tasks) }) })}`;
}

/** Says where the holidays of some of the years are not known, so that only weekends were left out. */
function unknownYears({ scheduled: { tasks }, calendar }: ShownSchedule): Html {
  const known = [...calendar.days.keys()].sort(), firstKnown = Number((known[0] ?? '9999').slice(0, 4)), lastKnown = Number(calendar.knownUntil.slice(0, 4));
  const years = [...new Set(tasks.flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))]))].sort(), missing = years.filter((year) => year < firstKnown || year > lastKnown);
  if (known.length === 0) return insetText('Este programa todavía no tiene feriados cargados: sólo se descuentan sábados y domingos.');
  return missing.length === 0 ? html`` : insetText(`Los feriados que este programa conoce van de ${firstKnown} a ${lastKnown}. En los demás años sólo se descuentan sábados y domingos.`);
}
