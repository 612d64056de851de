import { addWorkingDays, type Calendar } from '#modules/calendars/index.ts';
import { addDays, type LocalDate } from '#kernel/clock.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';

/** How far somebody may look ahead: the four years of a national plan, and a year to spare. */
const daysAheadMax = 1_826;

const workingDays = 10;

/** The ways in which a demonstration's date moves forward, each with the day that it leads to. */
export type Choices = { readonly tomorrow: LocalDate; readonly workingDays: LocalDate };

/** Where the ready-made ways lead from `today`. */
export const choicesFrom = (today: LocalDate, calendar: Calendar): Choices => ({ tomorrow: addDays(today, 1), workingDays: addWorkingDays(today, workingDays, calendar) });

/** What was chosen: a later day, or the sentence that says what to choose, and the field that it belongs to. */
export type Chosen = { readonly day: LocalDate } | { readonly field: 'avance' | 'dia'; readonly sentence: string };

/** Reads the choice. A day that is not later than `today` is refused, and one beyond `daysAheadMax` of the real day too. */
export function readChoice(form: Readonly<Record<string, string | undefined>>, today: LocalDate, realDay: LocalDate, choices: Choices): Chosen {
  if (form.avance === 'manana') return within(choices.tomorrow, realDay, 'avance');
  if (form.avance === 'habiles') return within(choices.workingDays, realDay, 'avance');
  if (form.avance !== 'dia') return { field: 'avance', sentence: 'Elija hasta cuándo mover la fecha.' };
  const day = askedDay({ 'dia-day': form['dia-day'], 'dia-month': form['dia-month'], 'dia-year': form['dia-year'] }, 'dia');
  if (day === undefined) return { field: 'dia', sentence: 'Escriba un día que exista, con día, mes y año. Por ejemplo, 5 1 2027.' };
  if (day <= today) return { field: 'dia', sentence: 'Ese día ya llegó en la demostración. Escriba uno posterior; para retroceder, use «Volver a hoy».' };
  return within(day, realDay, 'dia');
}

function within(day: LocalDate, realDay: LocalDate, field: 'avance' | 'dia'): Chosen {
  return day <= addDays(realDay, daysAheadMax) ? { day } : { field, sentence: 'La demostración llega hasta cinco años adelante. Elija un día anterior.' };
}
