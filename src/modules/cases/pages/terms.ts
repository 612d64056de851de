import { dueDate, explainTerm, type Calendar } from '#modules/calendars/index.ts';
import { parseLocalDate, sayDayWithWeekday } from '#kernel/clock.ts';
import { details, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { suspensionsOf } from '../domain/terms.ts';
import type { Reader } from '../domain/timeline.ts';
import type { Case, CaseTerm, Definition } from '../domain/types.ts';

/** The terms of the law that run in a case: who is bound, until when, and why that day. Nothing where none runs. */
export function termsPanel(definition: Definition, current: Case, calendar: Calendar, reader: Reader): Html {
  const open = current.state.terms.filter((term) => term.metAt === undefined && term.name in definition.terms);
  if (open.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Plazos</h2>${open.map((term) => termBlock(definition, term, calendar, reader))}`;
}

function termBlock(definition: Definition, term: CaseTerm, calendar: Calendar, reader: Reader): Html {
  const rule = definition.terms[term.name];
  if (!rule) return html``;
  const bound = rule.binds === 'entity' ? definition.entityName : reader === 'applicant' ? 'usted' : 'quien solicita';
  const sentences = explainTerm(dueDate(rule, new Date(term.from), calendar, suspensionsOf(term)));
  return html`${summaryList([{ key: rule.title, value: html`${sayDue(term)}<br><span class="app-muted">Debe actuar: ${bound}</span>` }])}
    ${howCounted(sentences)}`;
}

/** Why a date is that day, behind a line that opens it. */
export const howCounted = (sentences: readonly string[]): Html =>
  details({ summary: 'Cómo se calculó esta fecha', body: html`<ul class="govuk-list govuk-list--bullet">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>` });

/** «hasta el jueves, 3 de diciembre de 2026», with the date first given where it has moved, or that the clock stands still. */
export function sayDue({ currentDue, originalDue }: Pick<CaseTerm, 'currentDue' | 'originalDue'>): string {
  const day = parseLocalDate(currentDue ?? '');
  if (!day) return 'Plazo detenido por ahora';
  const first = parseLocalDate(originalDue ?? '');
  return `Hasta el ${sayDayWithWeekday(day)}${first && first !== day ? ` (antes: ${sayDayWithWeekday(first)})` : ''}`;
}
