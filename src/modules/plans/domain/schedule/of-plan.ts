import type { Calendar } from '#modules/calendars/index.ts';
import { sayDay } from '#kernel/clock.ts';
import type { PlanContent, PlanHead } from '../plan/plan.ts';
import { firstDayOf, schedule, type Scheduled, type ScheduledTask } from './schedule.ts';
import { tasksOf } from './tasks.ts';

/** The schedule of a plan by a calendar: from the first working day of its first year on. */
export const scheduleOf = ({ fromYear }: Pick<PlanHead, 'fromYear'>, content: PlanContent, calendar: Calendar): Scheduled => schedule(tasksOf(content), firstDayOf(fromYear), calendar);

// How long a task takes, in words.
function sayLength({ length, unit }: Pick<ScheduledTask, 'length' | 'unit'>): string {
  if (length === 0) return 'Hito';
  return unit === 'meses' ? (length === 1 ? '1 mes' : `${length} meses`) : length === 1 ? '1 día hábil' : `${length} días hábiles`;
}

// How much later a task may end, in words.
const saySlack = ({ critical, slackDays }: ScheduledTask): string => (critical ? 'Ninguna: es crítica' : slackDays === 1 ? '1 día hábil' : `${slackDays} días hábiles`);

/** Head and rows of a schedule as a table that is read. */
export const scheduleTable = (tasks: readonly ScheduledTask[]): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } =>
  ({ head: ['Código', 'Tarea', 'Duración', 'Empieza', 'Termina', 'Holgura'], rows: tasks.map((task) => [task.code, task.name, sayLength(task), sayDay(task.from), sayDay(task.to), saySlack(task)]) });
