import type { Calendar } from '#modules/calendars/index.ts';
import { chartFigure, ganttChart, type Chart } from '#kernel/charts/index.ts';
import { sayDay, type LocalDate } from '#kernel/clock.ts';
import { insetText, statRow, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { cell, rowsIn } from '../../domain/plan/content.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { scheduleTable } from '../../domain/schedule/of-plan.ts';
import type { Scheduled } from '../../domain/schedule/schedule.ts';
import type { FollowUp } from '../../store/plan/follow-up.ts';

/** What a schedule is drawn from. */
export type ShownSchedule = { readonly plan: Plan; readonly scheduled: Scheduled; readonly calendar: Calendar; readonly today: LocalDate; readonly followUp: Pick<FollowUp, 'progress' | 'baseline'> };

/** The schedule of a plan: when it ends, what is critical, the bars, and the dates. */
export function schedulePart(shown: ShownSchedule): Html {
  const { scheduled: { tasks }, followUp: { baseline } } = shown;
  if (tasks.length === 0) return html``;
  const ends = tasks.map(({ to }) => to).sort(), begins = tasks.map(({ from }) => from).sort(), late = tasks.filter(({ code, to }) => { const base = baseline.get(code); return base !== undefined && to > base.to; });
  return html`<h2 class="govuk-heading-m">Cronograma</h2>
    ${statRow([{ value: sayDay(begins[0] ?? shown.today), label: 'empieza' }, { value: sayDay(ends.at(-1) ?? shown.today), label: 'termina' }, { value: tasks.filter(({ critical }) => critical).length, label: 'tareas críticas: si se atrasan, se atrasa todo' }, ...(baseline.size === 0 ? [] : [{ value: late.length, label: 'terminan después de lo aprobado' }])])}
    ${unknownYears(shown)}${chartFigure(scheduleChart(shown))}
    ${table({ caption: 'Fechas de las tareas', captionHidden: true, cards: true, firstCellNames: true, ...scheduleTable(tasks) })}`;
}

function scheduleChart({ plan, scheduled: { tasks }, today, followUp: { progress, baseline } }: ShownSchedule): Chart {
  const projects = new Map(rowsIn(plan.content, 'proyectos').map((row) => [cell(row, 'codigo'), cell(row, 'nombre')] as const)), places = new Map(tasks.map(({ code }, at) => [code, at] as const));
  // A day far from the plan would press its bars together.
  const isNear = tasks.some(({ from }) => from <= today) && tasks.some(({ to }) => to >= today);
  return ganttChart({
    title: 'Cronograma del plan', ...(isNear ? { today } : {}), rows: tasks.map(({ code, name, project, from, to, length, critical, dependencies }) => {
      const base = baseline.get(code), done = progress.get(code);
      return {
        name, group: projects.get(project) ?? project, start: from, end: to, isMilestone: length === 0, isCritical: critical, ...(done === undefined ? {} : { progress: done.percent }), ...(base === undefined ? {} : { base: { start: base.from, end: base.to } }),
        after: dependencies.flatMap(({ on, kind }) => { const row = places.get(on); return row === undefined ? [] : [{ row, kind }]; }),
      };
    }),
  });
}

/** Says where the holidays of some of the years are not known, so that only weekends were left out. */
function unknownYears({ scheduled: { tasks }, calendar }: ShownSchedule): Html {
  const known = [...calendar.days.keys()].sort(), firstKnown = Number((known[0] ?? '9999').slice(0, 4)), lastKnown = Number(calendar.knownUntil.slice(0, 4));
  const years = [...new Set(tasks.flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))]))].sort(), missing = years.filter((year) => year < firstKnown || year > lastKnown);
  if (known.length === 0) return insetText('Este programa todavía no tiene feriados cargados: sólo se descuentan sábados y domingos.');
  return missing.length === 0 ? html`` : insetText(`Los feriados que este programa conoce van de ${firstKnown} a ${lastKnown}. En los demás años sólo se descuentan sábados y domingos.`);
}
