import { workingDaysBetween, type Calendar } from '#modules/calendars/index.ts';
import { tag, type TagColour } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { addDays, sayDay, type LocalDate } from '#kernel/clock.ts';

/** How near a legal date is, in words and a colour that says the same. */
export type Urgency = { readonly words: string; readonly colour: TagColour };

const soonDays = 2;
// Beyond this nobody counts working days any more.
const countedDaysMax = 400;

/** How near a date is on a day, counted in working days of the place. */
export function urgencyOf(due: LocalDate, today: LocalDate, calendar: Calendar): Urgency {
  if (due === today) return { words: 'Vence hoy', colour: 'orange' };
  return due < today ? late(due, today, calendar) : left(due, today, calendar);
}

function late(due: LocalDate, today: LocalDate, calendar: Calendar): Urgency {
  if (due < addDays(today, -countedDaysMax)) return { words: 'Vencido hace más de un año', colour: 'red' };
  const days = workingDaysBetween(due, today, calendar);
  return { words: days === 0 ? 'Vencido' : `Vencido hace ${sayDays(days)}`, colour: 'red' };
}

function left(due: LocalDate, today: LocalDate, calendar: Calendar): Urgency {
  if (due > addDays(today, countedDaysMax)) return { words: 'Queda más de un año', colour: 'grey' };
  const days = workingDaysBetween(today, due, calendar);
  return { words: days === 1 ? 'Queda 1 día hábil' : `Quedan ${sayDays(days)}`, colour: days <= soonDays ? 'yellow' : 'grey' };
}

const sayDays = (days: number): string => (days === 1 ? '1 día hábil' : `${days} días hábiles`);

/** The legal date with how near it is; that there is none where no term runs. */
export function dueCell(due: LocalDate | undefined, today: LocalDate, calendar: Calendar): Html {
  if (due === undefined) return html`<span class="app-muted">Sin plazo en curso</span>`;
  const { words, colour } = urgencyOf(due, today, calendar);
  return html`${tag({ text: words, colour })}<br><span class="app-nowrap">${sayDay(due)}</span>`;
}
