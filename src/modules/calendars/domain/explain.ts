import { addDays, sayDay, sayDayWithWeekday, sayInstant, type LocalDate } from '#kernel/clock.ts';
import { holidaysOn, isWeekend, workingDaysBetween, type NonWorkingDay } from './calendar.ts';
import type { TermComputation } from './due-date.ts';
import type { StoppedDays } from './suspensions.ts';
import { sayAmount } from './term-rule.ts';

/** Why a term ends when it does, sentence by sentence, for the person who waits for it: what was counted, what was skipped and by which decree. */
export function explainTerm(term: TermComputation): readonly string[] {
  return [opening(term), ...holidaySentences(term), ...weekendSentence(term), ...term.stops.map((stop) => stopSentence(stop, term)), ...rollSentence(term), closing(term), ...limits(term)];
}

function opening({ rule, from }: TermComputation): string {
  const start = rule.unit === 'hours' ? `corre por las horas de los días hábiles desde el ${sayDay(from)}` : `se cuenta desde el día siguiente al ${sayDayWithWeekday(from)}`;
  return `El plazo es de ${sayAmount(rule)} (${rule.norm ?? 'norma por confirmar'}) y ${start}.`;
}

function holidaySentences(term: TermComputation): string[] {
  return term.skipped.filter((day) => !isWeekend(day)).map((day) => {
    const named = holidaysOn(day, term.calendar).map(sayHoliday).join('; ');
    return `No se cuenta el ${sayDayWithWeekday(day)}: ${named}.`;
  });
}

/** «Navidad (Decreto Supremo 2750, art. 2)», with what is still to be confirmed. */
function sayHoliday({ name, norm, unconfirmed }: NonWorkingDay): string {
  return `${name} (${norm}${unconfirmed === undefined ? '' : `; por confirmar: ${unconfirmed}`})`;
}

function weekendSentence({ skipped }: TermComputation): string[] {
  const count = skipped.filter(isWeekend).length;
  if (count === 0) return [];
  return [count === 1 ? 'No se cuenta 1 día de fin de semana.' : `No se cuentan ${count} días de fin de semana (sábados y domingos).`];
}

function stopSentence(stop: StoppedDays, { calendar, rule }: TermComputation): string {
  const why = stop.reason === undefined ? '' : `, ${stop.reason}`;
  if (stop.until === undefined) return `El plazo está detenido desde el ${sayDay(stop.from)}${why}.`;
  const stopped = rule.unit === 'business_days' ? ` (${sayWorkingDays(workingDaysBetween(addDays(stop.from, -1), stop.until, calendar))})` : '';
  const then = rule.onSuspension === 'restart' ? ', y después se contó de nuevo desde el principio' : '';
  return `El plazo estuvo detenido del ${sayDay(stop.from)} al ${sayDay(stop.until)}${stopped}${why}${then}.`;
}

const sayWorkingDays = (count: number): string => (count === 1 ? '1 día hábil' : `${count} días hábiles`);

function rollSentence({ rolledFrom, due }: TermComputation): string[] {
  if (rolledFrom === undefined || due === undefined) return [];
  return [`El último día sería el ${sayDayWithWeekday(rolledFrom)}, que no es hábil: pasa al día hábil siguiente (Ley 2341, art. 20.II).`];
}

function closing({ due, dueAt, rule, remaining }: TermComputation): string {
  if (due === undefined || dueAt === undefined) return `Todavía no tiene fecha de vencimiento: ${leftToCount(rule.unit, remaining)} cuando el plazo vuelva a correr.`;
  return rule.unit === 'hours' ? `Vence el ${sayInstant(dueAt)}.` : `Vence el ${sayDayWithWeekday(due)}, al terminar el día.`;
}

function leftToCount(unit: TermComputation['rule']['unit'], amount: number): string {
  const counted = sayAmount({ amount, unit: unit === 'months' || unit === 'years' ? 'calendar_days' : unit });
  return amount === 1 ? `quedará ${counted} por contar` : `quedarán ${counted} por contar`;
}

function limits({ due, calendar }: TermComputation): string[] {
  const beyond = (day: LocalDate): boolean => day > calendar.knownUntil;
  return due !== undefined && beyond(due) ? [`Después del ${sayDay(calendar.knownUntil)} todavía no se conocen los feriados: la fecha puede moverse.`] : [];
}
