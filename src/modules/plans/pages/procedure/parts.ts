import { dueDate, explainTerm } from '#modules/calendars/index.ts';
import { howCounted, sayDue } from '#modules/cases/index.ts';
import { flowDiagram, stepList } from '#modules/flows/index.ts';
import { localDateOf, sayInstant } from '#kernel/clock.ts';
import { details, insetText, summaryList, tag, timeline } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { pigeDrawing, pigeProcedure } from '../../content/procedure/index.ts';
import type { StoryEntry } from '../../domain/procedure/story.ts';
import { daysLate, runningTerm } from '../../domain/procedure/terms.ts';
import { isOpen } from '../../domain/procedure/observations.ts';
import type { NationalDays, Observation, Opinion, PlanProcess, PlanWorld } from '../../domain/procedure/types.ts';
import { sayDays, sectionTitle, severityNames, turnNames } from './words.ts';

const elementOf = (process: PlanProcess) => pigeProcedure.flow.elements[process.task?.element ?? ''];

/** Whose turn it is, in words; nothing once the plan has ended. */
export const turnOf = (process: PlanProcess): string | undefined => turnNames[elementOf(process)?.attributes.unit ?? ''];

/** Says that a term has run out, and since when. */
export const overdueTag = (term: { readonly currentDue: string | null } | undefined, today: string): Html => {
  const late = term?.currentDue && term.currentDue < today ? Math.round((Date.parse(today) - Date.parse(term.currentDue)) / 86_400_000) : 0;
  return late > 0 ? tag({ text: `Vencido hace ${sayDays(late)}`, colour: 'red' }) : html``;
};

/** The term that runs: who must act, until when, why that day, and what the norm leaves open. */
export function termPanel(process: PlanProcess, world: PlanWorld): Html {
  const term = runningTerm(process.terms), rule = pigeProcedure.terms[term?.name ?? ''], waiting = pigeProcedure.terms[elementOf(process)?.attributes.term ?? ''];
  if (term === undefined || rule === undefined) return waiting === undefined ? html`` : html`<p class="govuk-body">${noTerm(waiting.countsFrom === 'component' && world.national.component === undefined)}</p>`;
  const counted = explainTerm(dueDate(rule, term.from, world.calendars[rule.place])), today = localDateOf(world.now);
  return html`${summaryList([{ key: rule.title, value: html`${sayDue(term)} ${overdueTag(term, today)}<br><span class="app-muted">Debe actuar: ${turnOf(process)}</span>` }])}
    ${daysLate(term, today) > 0 && insetText('El plazo ya venció. Todavía puede hacerse: quedará anotado con cuántos días de atraso.')}
    ${howCounted([...counted, ...(rule.unconfirmed === undefined ? [] : [`Por confirmar: ${rule.unconfirmed}.`])])}`;
}

const noTerm = (isWaiting: boolean): string => (isWaiting
  ? 'El plazo para registrar todavía no corre: se cuenta desde que la AGETIC habilita el registro de planes, y esa fecha no está en el calendario nacional.'
  : 'Registrar una actualización no tiene plazo.');

// What the agency does once for everybody counts as done when the national calendar has it.
const nationalSteps: Readonly<Record<string, keyof NationalDays>> = { inicio: 'national_plan', contenidos: 'minimum_contents', componente: 'component' };

/** Where the plan is, drawn: what was done, and the step that it waits at. */
export function diagramPanel({ done, task }: PlanProcess, national: NationalDays): Html {
  const wasDone = (id: string): boolean => { const act = nationalSteps[id]; return act === undefined || national[act] !== undefined; };
  const progress = { done: done.filter(wasDone), current: task === null ? [] : [task.element] };
  return html`<h2 class="govuk-heading-m">Recorrido</h2><div class="app-scroll" role="group" aria-label="Diagrama del procedimiento del plan" tabindex="0">${flowDiagram(pigeDrawing, progress)}</div>
    ${details({ summary: 'Los pasos en palabras', body: stepList(pigeProcedure.flow, progress, (unit) => turnNames[unit] ?? unit) })}`;
}

/** What happened to the plan, the last first. */
export const storyPanel = (story: readonly StoryEntry[]): Html => html`<h2 class="govuk-heading-m">Historia</h2>${story.length === 0 ? html`<p class="govuk-body">Todavía no pasó nada: el plan se está escribiendo.</p>` : timeline(story.toReversed().map(({ title, at, by, daysLate: late, note }) => ({
  title, when: html`${sayInstant(at)}. ${by}`, kind: late > 0 ? 'attention' : 'done', body: (note !== '' || late > 0) && html`${note} ${late > 0 && tag({ text: `Con ${sayDays(late)} de atraso`, colour: 'orange' })}`,
})))}`;

const severityColours = { essential: 'red', important: 'yellow', minor: 'grey' } as const;

/** An observation with its thread; `below` is what can be done about it. */
export const threadOf = (one: Observation, below: Html = html``): Html => html`<h3 class="govuk-heading-s">${one.number}. ${sectionTitle(one.section)} ${tag({ text: severityNames[one.severity], colour: severityColours[one.severity] })} ${!isOpen(one) && tag({ text: 'Resuelta', colour: 'green' })}</h3>
  <p class="govuk-body">${one.text}</p>${one.answers.map(({ round, text, name }) => insetText(html`<span class="app-muted">Respuesta de ${name}, vuelta ${round}:</span><br>${text}`))}${below}`;

/** The observations of a plan with their threads, the open ones first; nothing where there are none. */
export const threadsPanel = (observations: readonly Observation[]): Html => (observations.length === 0 ? html`` : html`<h2 class="govuk-heading-m">Observaciones</h2>${observations.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.number - b.number).map((one) => threadOf(one))}`);

/** What coordinating bodies said; nothing where none did. */
export const opinionsPanel = (opinions: readonly Opinion[]): Html => (opinions.length === 0 ? html`` : html`<h2 class="govuk-heading-m">Opiniones de entidades coordinadoras</h2>${opinions.map(({ text, name, at }) => insetText(html`<span class="app-muted">${name}, ${sayInstant(new Date(at))}:</span><br>${text}`))}`);
