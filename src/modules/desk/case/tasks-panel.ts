import { actorOf, taskDue, whyNot, type Case, type Definition, type Task, type TaskAct } from '#modules/cases/index.ts';
import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { button, buttonGroup, insetText, linkButton, postForm } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { caseHref, isAtWork, type Officer, type OpenCase } from '../officer.ts';
import { onceField } from '../once.ts';
import { kindName } from '../words.ts';

/** The open tasks of a case, each with exactly what this officer may do with it now, or why nothing. */
export function tasksPanel(ctx: Context, opened: OpenCase): Html {
  const { tasks } = opened.current.state;
  if (tasks.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">${tasks.length === 1 ? 'Tarea pendiente' : 'Tareas pendientes'}</h2>${tasks.map((task) => taskBlock(ctx, opened, task))}`;
}

function taskBlock(ctx: Context, { officer, definition, current, sayUnit }: OpenCase, task: Task): Html {
  const due = parseLocalDate(taskDue(definition, current.state, task) ?? '');
  const holder = task.assignee === undefined ? 'Nadie la ha tomado' : task.assignee.id === officer.id ? 'La tiene usted' : `La tiene ${task.assignee.name}`;
  return html`<div class="app-task"><h3 class="govuk-heading-s">${task.name}</h3>
    <p class="govuk-body app-small">${kindName[task.kind]}, unidad ${sayUnit(task.unit)}. ${holder}.${due && ` Hasta el ${sayDay(due)}.`}</p>
    ${task.question && insetText(html`<strong>Consulta:</strong> ${task.question}`)}
    ${isAtWork(officer) && actions(ctx, officer, definition, current, task)}</div>`;
}

function actions(ctx: Context, officer: Officer, definition: Definition, current: Case, task: Task): Html {
  const refusalOf = (act: TaskAct) => whyNot(definition, current, task.key, actorOf(officer), act);
  const offered = offers.filter(({ act, isOffered = () => true }) => isOffered(task) && refusalOf(act) === undefined);
  if (!offered.some(({ act }) => act !== 'hand_over')) {
    const why = refusalOf(task.assignee?.id === officer.id ? 'complete_task' : 'claim');
    return html`${why && html`<p class="govuk-body">${why.message}</p>`}${offered.length > 0 && buttonGroup(...offered.map(({ shown }) => shown(ctx, current, task)))}`;
  }
  return buttonGroup(...offered.map(({ shown }) => shown(ctx, current, task)));
}

type Offer = { readonly act: TaskAct; readonly isOffered?: (task: Task) => boolean; readonly shown: (ctx: Context, current: Case, task: Task) => Html };

const link = (rest: string, text: string, kind: 'primary' | 'secondary') => (_ctx: Context, current: Case, task: Task): Html =>
  linkButton({ href: caseHref(current.id, `/tareas/${task.key}/${rest}`), text, kind });
const press = (rest: string, text: string, kind: 'primary' | 'secondary') => (ctx: Context, current: Case, task: Task): Html =>
  postForm({ csrf: ctx.csrf, action: caseHref(current.id, `/tareas/${task.key}/${rest}`), body: html`${onceField()}${button({ text, kind, hiddenText: `«${task.name}»` })}` });

const offers: readonly Offer[] = [
  { act: 'claim', isOffered: (task) => task.assignee === undefined, shown: press('toma', 'Tomar', 'primary') },
  { act: 'complete_task', shown: link('resolucion', 'Atender', 'primary') },
  { act: 'give_opinion', shown: link('opinion', 'Responder', 'primary') },
  { act: 'request_opinion', shown: link('consulta', 'Pedir opinión', 'secondary') },
  { act: 'hand_over', shown: link('reasignacion', 'Reasignar', 'secondary') },
  { act: 'release', shown: press('liberacion', 'Liberar', 'secondary') },
];
