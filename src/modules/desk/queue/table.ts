import type { Calendar } from '#modules/calendars/index.ts';
import { statusTag, type QueueLine } from '#modules/cases/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import { button, postForm, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { dueCell } from '../domain/urgency.ts';
import { caseHref, isSupervisor, type Officer } from '../officer.ts';
import { onceField } from '../once.ts';
import { kindName, type SayUnit } from '../words.ts';

/** The lines of a queue, what falls due first at the top; cards on a telephone. */
export const queueTable = (ctx: Context, officer: Officer, lines: readonly QueueLine[], calendar: Calendar, sayUnit: SayUnit, caption: string): Html => table({
  caption, captionHidden: true, cards: true, firstCellNames: true,
  head: ['Número', 'Trámite y tarea', 'Solicitante', 'Fecha legal', 'A cargo', ''],
  rows: lines.map((line) => [
    html`<a class="govuk-link app-nowrap" href="${caseHref(line.caseId)}">${line.number}</a>`,
    html`${line.title}<br><strong>${line.name}</strong><br><span class="app-muted">${kindName[line.kind]}, ${sayUnit(line.unit)}. Llegó el ${sayDay(localDateOf(line.openedAt))}</span>`,
    html`${line.applicant}<br>${statusTag(line.status, 'officer')}`,
    dueCell(line.due ?? undefined, localDateOf(ctx.now), calendar),
    line.assigneeId === officer.id ? html`<strong>Usted</strong>` : (line.assignee ?? 'Nadie todavía'),
    actionOf(ctx, officer, line),
  ]),
});

function actionOf(ctx: Context, officer: Officer, line: QueueLine): Html {
  if (line.assigneeId === officer.id) return html`<a class="govuk-link" href="${answerHref(line)}">Atender<span class="govuk-visually-hidden"> ${line.number}</span></a>`;
  if (line.assigneeId !== null || !officer.units.includes(line.unit)) {
    const [rest, text] = isSupervisor(officer) ? [`/tareas/${line.key}/reasignacion`, 'Reasignar'] : ['', 'Ver'];
    return html`<a class="govuk-link" href="${caseHref(line.caseId, rest)}">${text}<span class="govuk-visually-hidden"> ${line.number}</span></a>`;
  }
  return postForm({ csrf: ctx.csrf, action: caseHref(line.caseId, `/tareas/${line.key}/toma`), body: html`${onceField()}${button({ text: 'Tomar', kind: 'secondary', hiddenText: line.number })}` });
}

/** Where the holder of a task answers it: opinions have a page of their own. */
export const answerHref = ({ caseId, key }: QueueLine): string => caseHref(caseId, `/tareas/${key}/${key.startsWith('o') ? 'opinion' : 'resolucion'}`);
