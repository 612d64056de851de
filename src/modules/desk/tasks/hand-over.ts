import { actAsOfficer, countMax, officerLoads } from '#modules/cases/index.ts';
import { officersOfUnit } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Refusal } from '#kernel/errors/index.ts';
import { button, emptyState, errorSummary, postForm, select } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { doneHref } from '../case/next.ts';
import { refuse } from '../errors.ts';
import { caseHref, caseIdOf, isAtWork, isSupervisor } from '../officer.ts';
import { attempt, commandKey, isRepeated, onceField } from '../once.ts';
import { textIn } from '../posted-text.ts';
import { teamHref } from '../team/show-team.ts';
import { sayCount } from '../words.ts';
import { openTask, type OpenTask } from './open-task.ts';

/** `GET …/tareas/:key/reasignacion`: asks to whom. */
export async function askHandOver(ctx: Context): Promise<Answer> {
  const opened = await openTask(ctx, 'hand_over');
  return handOverPage(ctx, opened, await colleagues(ctx, opened));
}

/** `POST …/tareas/:key/reasignacion`: the holder, or a supervisor, gives the task to another officer of its unit. */
export async function handOver(ctx: Context): Promise<Answer> {
  const key = commandKey(ctx, 'hand-over');
  if (await isRepeated(ctx, key)) return seeOther(caseHref(caseIdOf(ctx)), 'La tarea ya estaba reasignada.');
  const opened = await openTask(ctx, 'hand_over'), people = await colleagues(ctx, opened);
  const chosen = people.find(({ id }) => id === textIn(ctx.form, 'a-quien'));
  const refused = await attempt(async () => {
    const to = chosen ?? refuse('nobody_chosen');
    await actAsOfficer(ctx.db, opened.current.id, opened.officer, { type: 'hand_over', task: opened.task.key, to }, ctx.now, key);
  });
  return refused ? handOverPage(ctx, opened, people, refused) : seeOther(afterwards(opened), `${chosen?.name ?? ''} tiene ahora la tarea.`);
}

/** Who hands over their own goes on with the next; who hands out for others goes back to where those tasks are listed. */
const afterwards = ({ officer, current, task: { assignee } }: OpenTask): string =>
  (assignee?.id === officer.id || !isSupervisor(officer) ? doneHref(current.id) : teamHref({ person: assignee?.id }));

/** Somebody who may be given the task, with how many they hold: whoever distributes work need not look that up. */
type Colleague = Person & { readonly held: number };

// Whoever has it already is no choice.
async function colleagues(ctx: Context, { officer, task }: OpenTask): Promise<readonly Colleague[]> {
  const people = (await officersOfUnit(ctx.db, officer.entityId, task.unit)).filter((person) => isAtWork(person) && person.id !== task.assignee?.id);
  const loads = await officerLoads(ctx.db, officer.entityId, people.map(({ id }) => id), localDateOf(ctx.now));
  return people.map((person) => ({ ...person, held: loads.find(({ personId }) => personId === person.id)?.held ?? 0 }));
}

function handOverPage(ctx: Context, { current, task, sayUnit }: OpenTask, people: readonly Colleague[], refused?: Refusal): Answer {
  const error = refused?.message;
  const form = postForm({ csrf: ctx.csrf, body: html`${onceField(ctx.form)}${select({
    id: 'a-quien', name: 'a-quien', label: 'Persona que la atenderá', emptyText: 'Elija una persona', value: textIn(ctx.form, 'a-quien'), error,
    options: people.map(({ id, name, held }) => ({ value: id, text: `${name} (${sayCount(held, countMax)} a su cargo)` })),
  })}${button({ text: 'Reasignar' })}` });
  return page({
    title: 'Reasignar la tarea', section: '/escritorio', hasErrors: refused !== undefined, noIndex: true, backLink: { href: caseHref(current.id), text: 'Volver sin reasignar' },
    main: html`${errorSummary(error === undefined ? [] : [{ href: '#a-quien', text: error }])}
      <span class="govuk-caption-l">Trámite ${current.number}</span><h1 class="govuk-heading-l">Reasignar «${task.name}»</h1>
      ${people.length === 0 ? emptyState({ title: 'No hay a quién pasarla', body: `La unidad ${sayUnit(task.unit)} no tiene a nadie más en servicio.` }) : form}`,
  }, refused ? 422 : 200);
}
