import { ganttChart, type Chart } from '#kernel/charts/index.ts';
import { activitiesIn } from '../../domain/ninety-days/plans.ts';
import type { Whole } from '../../domain/ninety-days/programme.ts';

/** The activities of a programme over time; nothing where there are none. */
export function actionChart({ programme, today }: Pick<Whole, 'programme' | 'today'>): Chart | undefined {
  const activities = activitiesIn(programme.answers);
  if (activities.length === 0) return undefined;
  return ganttChart({ title: 'Plan de acción en el tiempo', today, rows: activities.map(({ name, start, end, progress }) => ({ name, progress, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) })) });
}
