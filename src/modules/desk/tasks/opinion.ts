import { actAsOfficer, unitsOf } from '#modules/cases/index.ts';
import { unitsOfEntity } from '#modules/identity/index.ts';
import type { Refusal } from '#kernel/errors/index.ts';
import { button, errorSummary, insetText, postForm, select, sideBySide, textArea } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { answersPanel } from '../case/answers.ts';
import { noteReading } from '../case/note-reading.ts';
import { openViewer, viewerPanel, type Steering } from '../case/viewer.ts';
import { caseHref, caseIdOf } from '../officer.ts';
import { attempt, commandKey, isRepeated, onceField } from '../once.ts';
import { keptField, steerName, steeringOf, wantedOf } from '../pages/steering.ts';
import { textIn, textMax } from '../posted-text.ts';
import type { DeskDeps } from '../wiring.ts';
import { openTask, type OpenTask } from './open-task.ts';

/** `GET …/tareas/:key/consulta`: which unit, and what about. */
export async function askForOpinion(ctx: Context): Promise<Answer> {
  return requestPage(ctx, await openTask(ctx, 'request_opinion'));
}

/** `POST …/tareas/:key/consulta`: another unit is asked; the task stays with whoever asked. */
export async function requestOpinion(ctx: Context): Promise<Answer> {
  const key = commandKey(ctx, 'request-opinion'), href = caseHref(caseIdOf(ctx)), unit = textIn(ctx.form, 'unidad');
  if (await isRepeated(ctx, key)) return seeOther(href, 'La consulta ya estaba enviada.');
  const opened = await openTask(ctx, 'request_opinion');
  const event = { type: 'request_opinion', task: opened.task.key, unit, question: textIn(ctx.form, 'pregunta') } as const;
  const refused = await attempt(() => actAsOfficer(ctx.db, opened.current.id, opened.officer, event, ctx.now, key));
  return refused ? requestPage(ctx, opened, refused) : seeOther(href, `Enviamos su consulta a ${opened.sayUnit(unit)}.`);
}

async function requestPage(ctx: Context, { officer, current, definition, task, sayUnit }: OpenTask, refused?: Refusal): Promise<Answer> {
  // Those who know of a confidential case stay those of its own units.
  const units = definition.confidential ? unitsOf(definition) : await unitsOfEntity(ctx.db, officer.entityId);
  const field = refused?.code === 'cases.unknown_unit' ? 'unidad' : 'pregunta', error = refused?.message;
  return page({
    title: 'Pedir opinión', section: '/escritorio', hasErrors: refused !== undefined, noIndex: true, backLink: { href: caseHref(current.id), text: 'Volver sin preguntar' },
    main: html`${errorSummary(error === undefined ? [] : [{ href: `#${field}`, text: error }])}
      <span class="govuk-caption-l">Trámite ${current.number}</span><h1 class="govuk-heading-l">Pedir opinión a otra unidad</h1>
      <p class="govuk-body">La tarea «${task.name}» sigue a su cargo mientras le responden, y el plazo sigue corriendo.</p>
      ${postForm({ csrf: ctx.csrf, body: html`${onceField(ctx.form)}
        ${select({ id: 'unidad', name: 'unidad', label: 'Unidad', emptyText: 'Elija una unidad', value: textIn(ctx.form, 'unidad'), error: field === 'unidad' ? error : undefined, options: units.filter((unit) => unit !== task.unit).map((unit) => ({ value: unit, text: sayUnit(unit) })) })}
        ${textArea({ id: 'pregunta', name: 'pregunta', label: '¿Qué desea consultar?', maxLength: textMax, value: textIn(ctx.form, 'pregunta'), error: field === 'pregunta' ? error : undefined })}
        ${button({ text: 'Enviar la consulta' })}` })}`,
  }, refused ? 422 : 200);
}

/** `GET …/tareas/:key/opinion`: the question, beside everything the case holds. */
export const askOpinion = (deps: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const opened = await openTask(ctx, 'give_opinion');
  await noteReading(ctx, opened.officer, opened.current, 'case.read');
  return opinionPage(ctx, deps, opened);
};

/** `POST …/tareas/:key/opinion`: the unit that was asked answers. */
export const giveOpinion = (deps: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const key = commandKey(ctx, 'give-opinion');
  // Who was only asked may see a confidential case no longer once the answer is given.
  const done = () => seeOther('/escritorio', 'Enviamos su opinión.');
  if (await isRepeated(ctx, key)) return done();
  const opened = await openTask(ctx, 'give_opinion');
  if (textIn(ctx.form, steerName) !== '') return opinionPage(ctx, deps, opened);
  const event = { type: 'give_opinion', task: opened.task.key, text: textIn(ctx.form, 'opinion') } as const;
  const refused = await attempt(() => actAsOfficer(ctx.db, opened.current.id, opened.officer, event, ctx.now, key));
  return refused ? opinionPage(ctx, deps, opened, 'Escriba su opinión antes de enviarla.') : done();
};

const formId = 'opinar';

async function opinionPage(ctx: Context, { documents }: DeskDeps, opened: OpenTask, error?: string): Promise<Answer> {
  const { current, definition, task } = opened, viewer = await openViewer(ctx, documents, opened, wantedOf(ctx.form));
  const steer: Steering = steeringOf(formId);
  const form: Html = html`${insetText(html`<strong>Consulta:</strong> ${task.question}`)}${postForm({ csrf: ctx.csrf, id: formId, body: html`${onceField(ctx.form)}${keptField(ctx.form)}
    ${textArea({ id: 'opinion', name: 'opinion', label: 'Su opinión', rows: 8, maxLength: textMax, value: textIn(ctx.form, 'opinion'), error })}${button({ text: 'Enviar la opinión' })}` })}`;
  return page({
    title: 'Dar una opinión', section: '/escritorio', width: 'wide', hasErrors: error !== undefined, noIndex: true, backLink: { href: caseHref(current.id), text: 'Volver al trámite' },
    main: html`${errorSummary(error === undefined ? [] : [{ href: '#opinion', text: error }])}
      <span class="govuk-caption-l">Trámite ${current.number}</span><h1 class="govuk-heading-l">${task.name}</h1>
      ${sideBySide(html`${form}${answersPanel(definition, current, ctx.now, false)}`, viewerPanel(definition, current, viewer, steer))}`,
  }, error === undefined ? 200 : 422);
}
