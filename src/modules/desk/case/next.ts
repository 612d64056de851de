import type { Calendar } from '#modules/calendars/index.ts';
import { queuePage, type Case, type QueueLine, type QueueQuery } from '#modules/cases/index.ts';
import { localDateOf, parseLocalDate } from '#kernel/clock.ts';
import { button, buttonGroup, linkButton, postForm, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { urgencyOf } from '../domain/urgency.ts';
import { caseHref, type Officer } from '../officer.ts';
import { onceField } from '../once.ts';
import { answerHref } from '../queue/table.ts';

const goOnName = 'seguir';

/** Address of a case whose task has just left the officer's hands: the page says what comes next. */
export const doneHref = (id: Case['id']): string => caseHref(id, `?${goOnName}=si`);

/** With what the officer goes on, one press away: the first of their own tasks, or else the first that nobody has taken. Nothing while they only look. */
export async function nextPanel(ctx: Context, officer: Officer, current: Case, calendar: Calendar): Promise<Html> {
  if (ctx.query[goOnName] === undefined) return html``;
  const next = await firstOf(ctx, officer, current, 'mine') ?? await firstOf(ctx, officer, current, 'free');
  const queue = linkButton({ href: '/escritorio', text: 'Ir al escritorio', kind: 'secondary' });
  return html`<div class="app-task"><h2 class="govuk-heading-s">Lo siguiente</h2>${next === undefined
    ? html`<p class="govuk-body app-small">No queda ninguna tarea para usted.</p>${buttonGroup(queue)}`
    : html`<p class="govuk-body app-small">${sayLine(next, ctx.now, calendar)}</p>${buttonGroup(goOn(ctx, next), queue)}`}</div>`;
}

// A case has few tasks at once, so among these lines there is one of another.
const linesMax = 10;

async function firstOf(ctx: Context, officer: Officer, current: Case, held: QueueQuery['held']): Promise<QueueLine | undefined> {
  const lines = await queuePage(ctx.db, { entityId: officer.entityId, personId: officer.id, units: officer.units, held, limit: linesMax });
  return lines.find(({ caseId }) => caseId !== current.id);
}

function sayLine({ number, title, name, applicant, due }: QueueLine, now: Date, calendar: Calendar): Html {
  const date = parseLocalDate(due ?? ''), urgency = date && urgencyOf(date, localDateOf(now), calendar);
  return html`<span class="app-nowrap">${number}</span>, ${title}: <strong>${name}</strong><br>${applicant} ${urgency && tag({ text: urgency.words, colour: urgency.colour })}`;
}

const goOn = (ctx: Context, next: QueueLine): Html => (next.assigneeId === null
  ? postForm({ csrf: ctx.csrf, action: caseHref(next.caseId, `/tareas/${next.key}/toma`), body: html`${onceField()}${button({ text: 'Tomar la siguiente', hiddenText: next.number })}` })
  : linkButton({ href: answerHref(next), text: 'Atender la siguiente' }));
