import { asksPages, observing, officerPages, reasonNeeded, type Task } from '#modules/cases/index.ts';
import { needsMultipart, renderFields, renderSummary, summarise, type Form } from '#modules/forms/index.ts';
import { button, checkboxes, postForm, radios, textArea, type Choice } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { onceWithFiles } from '../once.ts';
import { keptField } from '../pages/steering.ts';
import { textIn, textMax } from '../posted-text.ts';
import type { OpenTask } from '../tasks/open-task.ts';
import { sayKey } from '../words.ts';
import { names, reasonName } from './names.ts';
import type { Problem } from './problems.ts';
import { contextOf, type Typed } from './typed.ts';

export const formId = 'tarea';

/** The form of a task: the officer's own fields, the answer, what must be corrected where it observes, and why. */
export function taskForm(ctx: Context, opened: OpenTask, typed: Typed, problems: readonly Problem[]): Html {
  const { definition, task } = opened;
  const pages = officerPages(definition, task.element), errorAt = (id: string) => problems.find((problem) => problem.id === id)?.text;
  const options = { context: contextOf(opened, ctx.now), entered: typed.entered };
  const multipart = pages.some(needsMultipart), once = onceWithFiles(typed.body);
  return postForm({ csrf: ctx.csrf, id: formId, multipart, ...(multipart ? { action: once.action } : {}), body: html`${firstButton}${once.field}${keptField(typed.body)}
    ${radios({ id: names.outcome, name: names.outcome, label: 'Su respuesta', labelSize: 'm', value: typed.outcome, error: errorAt(names.outcome), options: task.outcomes.map((outcome) => choiceOf(opened, typed, outcome, ctx.now, errorAt)) })}
    ${pages.map((page) => html`<h2 class="govuk-heading-m">${page.title.es}</h2><p class="govuk-body">${[page.intro?.es, askedFor(opened)].filter((one) => one !== undefined).join(' ')}</p>${renderFields(definition.form, page, typed.answers, typed.errors, options)}`)}
    ${textArea({ id: names.reason, name: names.reason, label: 'Motivo', labelSize: 'm', hint: reasonHint(task), maxLength: textMax, value: typed.reason, error: errorAt(names.reason) })}
    ${button({ text: 'Continuar' })}` });
}

// Enter presses the first button of a form; that must be the one that goes on, not one of a row or a page of a file.
const firstButton = html`<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Continuar</button>`;

/** For which answers the officer's pages must be complete, where not for all. */
function askedFor({ definition, task }: OpenTask): string | undefined {
  const some = task.outcomes.filter((outcome) => asksPages(definition, task.element, outcome));
  return some.length === task.outcomes.length ? undefined : `Es necesario si responde «${some.map(sayKey).join('» o «')}».`;
}

function reasonHint(task: Task): string {
  const free = task.outcomes.filter((outcome) => !reasonNeeded(task, outcome));
  return free.length === 0 ? 'Quien solicita lo leerá.' : `Quien solicita lo leerá. Es obligatorio, salvo si responde «${free.map(sayKey).join('», «')}».`;
}

function choiceOf(opened: OpenTask, typed: Typed, outcome: string, now: Date, errorAt: (id: string) => string | undefined): Choice {
  const text = sayKey(outcome);
  return observing(outcome) ? { value: outcome, text, hint: 'Quien solicita corrige solo los datos que usted señale; mientras tanto su plazo se detiene.', reveals: observeFields(opened, typed, now, errorAt) } : { value: outcome, text };
}

function observeFields(opened: OpenTask, typed: Typed, now: Date, errorAt: (id: string) => string | undefined): Html {
  return checkboxes({
    id: names.observe, name: names.observe, label: '¿Qué se debe corregir?', small: true, error: errorAt(names.observe), values: typed.observe.map(({ field }) => field),
    options: correctable(opened, now).map(({ id, label, said }) => ({
      value: id, text: label, hint: said,
      reveals: textArea({ id: reasonName(id), name: reasonName(id), label: `Qué debe corregir en «${label}»`, rows: 2, maxLength: 1_000, value: textIn(typed.body, reasonName(id)), error: errorAt(reasonName(id)) }),
    })),
  });
}

/** The fields that the applicant was asked, each with what was answered. */
function correctable({ definition, current }: OpenTask, now: Date): readonly { readonly id: string; readonly label: string; readonly said: string }[] {
  const context = { now, variables: contextOf({ definition, current }, now).variables ?? {} };
  const rows = summarise(definition.form, current.answers, context).filter((section) => !section.officerOnly).flatMap((section) => section.rows);
  const byField = Map.groupBy(rows, (row) => row.field.split('.', 1)[0] ?? '');
  return fieldsOf(definition.form).filter(({ id }) => byField.has(id)).map(({ id, label }) => ({ id, label: label.es, said: shortened((byField.get(id) ?? []).flatMap((row) => row.lines).join(', ')) }));
}

const saidMax = 200;
const shortened = (text: string): string => (text.length > saidMax ? `${text.slice(0, saidMax - 1).trimEnd()}…` : text);

const fieldsOf = (form: Form) => form.pages.filter((page) => !page.officerOnly).flatMap((page) => page.fields).filter(({ behaviour }) => !behaviour.calculate && !behaviour.asksNothing);

/** What the officer filled in, in words, for the page that asks for confirmation. */
export function ownSummary({ definition, task, current }: OpenTask, typed: Typed, now: Date): Html {
  const ids = new Set(officerPages(definition, task.element).map((page) => page.id));
  const sections = summarise(definition.form, typed.answers, contextOf({ definition, current }, now)).filter((section) => ids.has(section.page));
  return renderSummary(sections);
}
