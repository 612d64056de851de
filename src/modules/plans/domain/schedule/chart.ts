import { ganttChart, type Chart } from '#kernel/charts/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { cell, rowsIn } from '../plan/content.ts';
import type { PlanContent } from '../plan/plan.ts';
import type { ScheduledTask } from './schedule.ts';

/** What is known beside a schedule: how far its tasks are (percent), the days that were approved, and which day it is. */
export type Known = { readonly progress?: ReadonlyMap<string, { readonly percent: number }>; readonly baseline?: ReadonlyMap<string, { readonly from: LocalDate; readonly to: LocalDate }>; readonly today?: LocalDate };

/** The bars of a schedule, by project. */
export function scheduleChart(content: PlanContent, tasks: readonly ScheduledTask[], { progress, baseline, today }: Known = {}): Chart {
  const projects = new Map(rowsIn(content, 'proyectos').map((row) => [cell(row, 'codigo'), cell(row, 'nombre')] as const)), places = new Map(tasks.map(({ code }, at) => [code, at] as const));
  // A day far from the plan would press its bars together.
  const isNear = today !== undefined && tasks.some(({ from }) => from <= today) && tasks.some(({ to }) => to >= today);
  return ganttChart({
    title: 'Cronograma del plan', ...(isNear ? { today } : {}), rows: tasks.map(({ code, name, project, from, to, length, critical, dependencies }) => {
      const base = baseline?.get(code), done = progress?.get(code);
      return {
        name, group: projects.get(project) ?? project, start: from, end: to, isMilestone: length === 0, isCritical: critical, ...(done === undefined ? {} : { progress: done.percent }), ...(base === undefined ? {} : { base: { start: base.from, end: base.to } }),
        after: dependencies.flatMap(({ on, kind }) => { const row = places.get(on); return row === undefined ? [] : [{ row, kind }]; }),
      };
    }),
  });
}
