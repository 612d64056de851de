import { actAsOfficer, foresee, type Decided } from '#modules/cases/index.ts';
import { errorSummary, sideBySide } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { answersPanel } from '../case/answers.ts';
import { doneHref } from '../case/next.ts';
import { noteReading } from '../case/note-reading.ts';
import { opinionsPanel } from '../case/opinions.ts';
import { openViewer, viewerPanel } from '../case/viewer.ts';
import { caseHref, caseIdOf, factsFor } from '../officer.ts';
import { attempt, commandKey, isRepeated } from '../once.ts';
import { steerName, steeringOf, wantedOf } from '../pages/steering.ts';
import { textIn } from '../posted-text.ts';
import { openTask, type OpenTask } from '../tasks/open-task.ts';
import { sayKey } from '../words.ts';
import type { DeskDeps } from '../wiring.ts';
import { confirmPage } from './confirm.ts';
import { formId, taskForm } from './form.ts';
import { names } from './names.ts';
import { problemsOf, type Problem } from './problems.ts';
import { eventOf, readTyped, untyped, type Typed } from './typed.ts';

const act = 'complete';

/** `GET …/tareas/:key/resolucion`: the form of the task beside the files. */
export const askResolution = (deps: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const opened = await openTask(ctx, 'complete_task');
  await noteReading(ctx, opened.officer, opened.current, 'case.read');
  return taskPage(ctx, deps, opened, await untyped(ctx, opened), []);
};

/**
 * `POST …/tareas/:key/resolucion`: turns a page of a file, or shows what has to be put right, or asks for confirmation where it cannot be
 * undone, or does it. A second press of the last button only leads on.
 */
export const resolveTask = (deps: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const done = doneHref(caseIdOf(ctx));
  if (await isRepeated(ctx, commandKey(ctx, act))) return seeOther(done, 'Su respuesta ya estaba registrada.');
  const opened = await openTask(ctx, 'complete_task'), typed = await readTyped(ctx, deps, opened);
  if (typed.stay || textIn(typed.body, steerName) !== '' || textIn(typed.body, names.change) !== '') return taskPage(ctx, deps, opened, typed, []);
  let foreseen: Decided | undefined;
  const refused = await attempt(async () => { foreseen = await foresee(ctx.db, opened.current.id, opened.officer, eventOf(opened, typed), ctx.now); });
  const problems = problemsOf(opened, typed, refused);
  if (problems.length > 0) return taskPage(ctx, deps, opened, typed, problems);
  if (foreseen && isFinal(opened, foreseen) && textIn(typed.body, names.confirmed) === '') return confirmPage(ctx, opened, typed, foreseen);
  await actAsOfficer(ctx.db, opened.current.id, opened.officer, eventOf(opened, typed), ctx.now, commandKey(ctx, act, typed.body));
  return seeOther(done, `Registramos su respuesta: «${sayKey(typed.outcome)}».`);
};

/** A decision, or whatever ends the case, is asked twice. */
const isFinal = ({ task }: OpenTask, { fact: { then } }: Decided): boolean =>
  task.kind === 'decision' || (then.flow !== undefined && then.flow.status !== 'running');

async function taskPage(ctx: Context, { documents }: DeskDeps, opened: OpenTask, typed: Typed, problems: readonly Problem[]): Promise<Answer> {
  const { current, definition, task } = opened;
  const [viewer, facts] = await Promise.all([openViewer(ctx, documents, opened, wantedOf(typed.body)), factsFor(ctx, opened)]);
  return page({
    title: task.name, section: '/escritorio', width: 'wide', hasErrors: problems.length > 0, noIndex: true, backLink: { href: caseHref(current.id), text: 'Volver al trámite' },
    main: html`${errorSummary(problems.map(({ id, text }) => ({ href: `#${id}`, text })))}
      <span class="govuk-caption-l">Trámite ${current.number}, ${definition.name}</span><h1 class="govuk-heading-l">${task.name}</h1>
      ${sideBySide(html`${opinionsPanel(facts, opened.sayUnit)}${taskForm(ctx, opened, typed, problems)}${answersPanel(definition, current, ctx.now, false)}`, viewerPanel(definition, current, viewer, steeringOf(formId)))}`,
  }, problems.length > 0 ? 422 : 200);
}
