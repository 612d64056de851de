import { explainTerm } from '#modules/calendars/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { sayDay } from '#kernel/clock.ts';
import { details, insetText, tag } from '#kernel/html/components.ts';
import { html, safeHref, type Child, type Html } from '#kernel/html/html.ts';
import type { Due } from '../domain/follow-up/due.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { stateRows, type State } from '../domain/follow-up/states.ts';
import { rowsOf, textOf } from '../domain/parts.ts';

/** A state as a tag. */
export const stateTag = (state: State): Html => tag({ text: stateRows[state].name, colour: stateRows[state].colour });

/** That something is an example of the program, wherever it is shown. */
export const exampleTag = (example: string | null): Html => html`${example !== null && html` ${tag({ text: 'Ejemplo', colour: 'magenta' })}`}`;

/** What an example is, in a sentence. */
export const exampleNote = (example: string | null): Html => html`${example !== null && insetText('Es un ejemplo de la demostración. Los textos con que se cargó son los del resumen ejecutivo publicado; las notas son nuestras, y lo que se agregue o pase aquí con sus recomendaciones es inventado.')}`;

/** The beginning of a text, cut between words where it is too long. */
export const shorten = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max).replace(/\s+\S*$/, '')}…`);

const count = new Intl.NumberFormat('es-BO');

/** «1 día», «12 días». */
export const sayDays = (days: number): string => (days === 1 ? '1 día' : `${count.format(days)} días`);

/** By when, and whether that has passed; a dash where nothing is expected. */
export const sayDue = ({ due, overdue }: Pick<Standing, 'due' | 'overdue'>): Html =>
  (due === undefined ? html`<span class="app-muted">—</span>` : html`${sayDay(due.day)}${overdue && html` ${tag({ text: 'Vencida', colour: 'red' })}`}`);

/** How a term was counted, behind a line that opens it; nothing for a day that was agreed. */
export const explained = (due: Due | undefined): Html => html`${due?.term && details({ summary: 'Cómo se cuenta este plazo', body: html`${explainTerm(due.term).map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}` })}`;

/** Evidences as a list, each with where it leads. */
export const evidenceList = (answers: Answers): Child => {
  const rows = rowsOf(answers, 'evidencias');
  return rows.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${rows.map((row) => {
    const link = textOf(row, 'enlace');
    return html`<li>${link === '' ? textOf(row, 'texto') : html`<a class="govuk-link" href="${safeHref(link)}">${textOf(row, 'texto')}</a>`}</li>`;
  })}</ul>`;
};
