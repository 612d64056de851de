import { button, buttonGroup, errorSummary, hiddenField, linkButton, postForm, radios, select, tag, textArea, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Plan, PlanId } from '../../domain/plan/plan.ts';
import { planSections } from '../../domain/plan/sections.ts';
import { isOpen } from '../../domain/procedure/observations.ts';
import type { StoryEntry } from '../../domain/procedure/story.ts';
import type { PlanProcess, PlanWorld } from '../../domain/procedure/types.ts';
import type { Notes } from '../../store/procedure/notes.ts';
import { planHref } from '../plan/addresses.ts';
import { exampleNote, stateTag } from '../plan/parts.ts';
import { diagramPanel, opinionsPanel, storyPanel, termPanel, threadOf, threadsPanel } from './parts.ts';
import { sectionTitle, severityKeys, severityNames } from './words.ts';

/** What was typed of an observation, and what is wrong with it. */
export type TypedObservation = { readonly section: string; readonly severity: string; readonly text: string; readonly problems: Readonly<Partial<Record<'section' | 'severity' | 'text', string>>> };
export const untyped: TypedObservation = { section: '', severity: '', text: '', problems: {} };

/** What the page on which the agency revises a plan shows. */
export type ReviewShown = {
  readonly ctx: Context; readonly plan: Plan; readonly entity: { readonly name: string }; readonly process: PlanProcess; readonly world: PlanWorld; readonly story: readonly StoryEntry[]; readonly notes: Notes; readonly typed: TypedObservation;
  /** Number of the observation of which nothing was said whether its answer resolves it. */
  readonly unsaid?: number | undefined;
};

/** Address of the page on which the agency revises a plan, or of something below it. */
export const reviewHref = (id: PlanId, rest = ''): string => `/plan/pige/revision/${id}${rest}`;

/** A plan under revision: what it says, what is observed, and the two ways to end. */
export function reviewPage(shown: ReviewShown): PageContent {
  const { plan, entity, process, world, story, typed } = shown, isTurn = process.task?.element === 'revision', problems: readonly (readonly [field: string, text: string])[] = [...Object.entries(typed.problems), ...(shown.unsaid === undefined ? [] : [[`resuelta-${shown.unsaid}`, unsaidText] as const])];
  return {
    title: `Revisión: ${entity.name}`, section: '/plan', width: 'wide', noIndex: true, hasErrors: problems.length > 0, backLink: { href: '/plan/pige/revision', text: 'Planes de las entidades' },
    main: html`${errorSummary(problems.map(([field, text]) => ({ href: `#${fieldIds[field] ?? field}`, text })))}<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">${plan.title}</h1>
      <p class="govuk-body">${stateTag(plan)} Versión ${plan.version}${process.round > 1 && `, vuelta ${process.round}`}. <a class="govuk-link" href="${planHref(plan.id, '/texto')}">Leer el plan completo</a></p>${exampleNote(plan)}
      ${termPanel(process, world)}${isTurn ? workPanel(shown) : threadsPanel(process.observations)}${opinionsPanel(process.opinions)}${storyPanel(story)}${diagramPanel(process, world.national)}`,
  };
}

const unsaidText = 'Elija sí o no antes de anotar.';

const fieldIds: Readonly<Record<string, string>> = { section: 'seccion', severity: 'gravedad', text: 'texto' };

function workPanel(shown: ReviewShown): Html {
  const { plan, process, notes } = shown, open = process.observations.filter(isOpen), unjudged = open.filter(({ number }) => notes.findings[number] === undefined).length;
  const pending = notes.observations.length + open.filter(({ number }) => notes.findings[number] === false).length;
  return html`${open.length > 0 && html`<h2 class="govuk-heading-m">Respuestas de la entidad</h2>${open.map((one) => threadOf(one, findingForm(shown, one.number)))}`}
    <h2 class="govuk-heading-m">Observaciones por comunicar</h2>${notes.observations.length === 0 ? html`<p class="govuk-body">Todavía no escribió ninguna.</p>` : notes.observations.map((one) => html`<div class="app-task"><p class="govuk-body"><strong>${sectionTitle(one.section)}</strong> ${tag({ text: severityNames[one.severity], colour: 'grey' })}<br>${one.text}</p>${postForm({
      csrf: shown.ctx.csrf, action: reviewHref(plan.id, `/observaciones/${one.key}/retiro`), body: button({ text: 'Quitar', kind: 'secondary', hiddenText: `la observación sobre ${sectionTitle(one.section)}` }) })}</div>`)}
    ${observationForm(shown)}
    <h2 class="govuk-heading-m">Terminar la revisión</h2><p class="govuk-body">${sayEnding(unjudged, pending)}</p>
    ${unjudged === 0 && buttonGroup(pending > 0 ? linkButton({ href: reviewHref(plan.id, '/envio'), text: 'Comunicar las observaciones' }) : linkButton({ href: reviewHref(plan.id, '/conformidad'), text: 'Dar la conformidad' }))}`;
}

function sayEnding(unjudged: number, pending: number): string {
  if (unjudged > 0) return `Primero diga de cada respuesta si resuelve la observación: ${unjudged === 1 ? 'falta una' : `faltan ${unjudged}`}.`;
  return pending > 0 ? 'Comunique las observaciones a la entidad, que tendrá un plazo para ajustar el plan.' : 'Si el plan está como debe, dé la conformidad. Si no, escriba qué observa.';
}

const findingForm = ({ ctx, plan, notes, unsaid }: ReviewShown, number: number): Html => postForm({
  csrf: ctx.csrf, action: reviewHref(plan.id, `/respuestas/${number}`), body: html`${radios({ id: `resuelta-${number}`, name: 'resuelta', label: html`¿La respuesta resuelve la observación ${number}?`, inline: true, small: true, value: findingValue(notes.findings[number]), error: unsaid === number ? unsaidText : undefined, options: [{ value: 'si', text: 'Sí' }, { value: 'no', text: 'No' }] })}${button({ text: 'Anotar', kind: 'secondary', hiddenText: `la respuesta ${number}` })}`,
});

const findingValue = (finding: boolean | undefined): string | undefined => (finding === undefined ? undefined : finding ? 'si' : 'no');

const observationForm = ({ ctx, plan, typed }: ReviewShown): Html => postForm({
  csrf: ctx.csrf, action: reviewHref(plan.id, '/observaciones'), body: html`
    ${select({ id: 'seccion', name: 'seccion', label: 'Sección que se observa', emptyText: 'Elija una sección', value: typed.section, error: typed.problems.section, options: planSections.map(({ key, title }) => ({ value: key, text: title })) })}
    ${radios({ id: 'gravedad', name: 'gravedad', label: 'Cuánto importa', inline: true, small: true, value: typed.severity, error: typed.problems.severity, options: severityKeys.map((key) => ({ value: key, text: severityNames[key] })) })}
    ${textArea({ id: 'texto', name: 'texto', label: 'Qué se observa', hint: 'Diga qué falta o qué está mal y qué se espera. Hasta 2000 caracteres.', maxLength: 2_000, rows: 4, value: typed.text, error: typed.problems.text })}${button({ text: 'Agregar la observación', kind: 'secondary' })}`,
});

/** Asks whether a revision is to end with observations, or with conformity. */
export const endReviewPage = (ctx: Context, plan: Plan, seen: number, how: 'observe' | 'conform', pending: number, problem?: string): PageContent => {
  const title = how === 'observe' ? 'Comunicar las observaciones' : 'Dar la conformidad';
  return {
    title, section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: reviewHref(plan.id), text: 'Revisión del plan' },
    main: html`${errorSummary(problem === undefined ? [] : [{ href: reviewHref(plan.id), text: problem }])}<span class="govuk-caption-l">${plan.title}</span><h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${how === 'observe' ? `La entidad recibirá ${pending === 1 ? 'una observación' : `${pending} observaciones`} y tendrá 15 días hábiles para ajustar su plan y responder.` : 'La entidad tendrá 10 días hábiles para aprobar su plan en forma digital. Desde entonces el contenido ya no cambia.'}</p>
      ${warningText('No se puede deshacer.')}${postForm({ csrf: ctx.csrf, body: html`${hiddenField('paso', seen)}${buttonGroup(button({ text: title }), html`<a class="govuk-link" href="${reviewHref(plan.id)}">Seguir revisando</a>`)}` })}`,
  };
};
