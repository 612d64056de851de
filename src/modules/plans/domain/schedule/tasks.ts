import { parseLocalDate } from '#kernel/clock.ts';
import { cell, figure, rowsIn } from '../plan/content.ts';
import type { PlanContent } from '../plan/plan.ts';
import { readDependencies } from './dependency.ts';
import type { Task } from './schedule.ts';

/** The tasks of a plan as they are scheduled. Dependencies that can't be understood are none; `problemsOf` says so. */
export const tasksOf = (content: PlanContent): readonly Task[] => rowsIn(content, 'tareas').map((row) => {
  const notBefore = parseLocalDate(cell(row, 'desde'));
  return {
    code: cell(row, 'codigo'), project: cell(row, 'proyecto'), name: cell(row, 'nombre'), length: figure(row, 'duracion') ?? 0, unit: cell(row, 'unidad') === 'meses' ? 'meses' : 'dias',
    ...(notBefore === undefined ? {} : { notBefore }), dependencies: readDependencies(cell(row, 'depende')) ?? [],
  };
});
