import { asksPages, observing, officerPages, readPosted, taskDraft, variablesOf, type FieldToCorrect, type OfficerEvent } from '#modules/cases/index.ts';
import { readPage, type Answers, type Entered, type FieldError, type FormContext, type PageReading } from '#modules/forms/index.ts';
import type { Context, FormBody } from '#kernel/http/index.ts';
import { textIn, textsIn } from '../posted-text.ts';
import type { OpenTask } from '../tasks/open-task.ts';
import type { DeskDeps } from '../wiring.ts';
import { names, reasonName } from './names.ts';
import { draftFiles, dropFiles } from './officer-files.ts';

/** What an officer has written in the form of a task so far. */
export type Typed = {
  readonly body: FormBody;
  readonly outcome: string;
  readonly reason: string;
  readonly observe: readonly FieldToCorrect[];
  /** Every answer of the case with those of the task's own pages as they stand now. */
  readonly answers: Answers;
  /** Those of the task's own pages alone. */
  readonly own: Answers;
  readonly errors: readonly FieldError[];
  readonly entered: Entered;
  /** Show the page again although nothing may be wrong: a row was added, a file taken away. */
  readonly stay: boolean;
};

/** What the conditions and rules of the officer's pages see. */
export const contextOf = ({ definition, current }: Pick<OpenTask, 'definition' | 'current'>, now: Date): FormContext => ({ now, viewer: 'officer', variables: variablesOf(definition, current, now) });

/** Nothing yet: the form as it opens. */
export async function untyped(ctx: Context, opened: OpenTask): Promise<Typed> {
  const answers = { ...opened.current.answers, ...await draftFiles(ctx, opened) };
  return { body: {}, outcome: '', reason: '', observe: [], answers, own: ownOf(opened, answers), errors: [], entered: {}, stay: false };
}

/** Reads what was posted; files that came with it are kept in the task's draft. */
export async function readTyped(ctx: Context, { documents }: DeskDeps, opened: OpenTask): Promise<Typed> {
  const { definition, current, task } = opened;
  const pages = officerPages(definition, task.element);
  const { body, uploads } = await readPosted(ctx, documents, pages, { entityId: current.entityId, ownerId: taskDraft(current.id, task.key) });
  const before = await draftFiles(ctx, opened), context = contextOf(opened, ctx.now);
  let answers: Answers = { ...current.answers, ...before };
  const readings: PageReading[] = [];
  for (const page of pages) {
    const reading = readPage(definition.form, page.id, body, answers, context, { uploads });
    answers = reading.answers;
    readings.push(reading);
  }
  await dropFiles(ctx, opened, before, answers);
  const outcome = textIn(body, names.outcome);
  return {
    body, outcome, reason: textIn(body, names.reason), observe: observing(outcome) ? observedIn(body) : [], answers, own: ownOf(opened, answers),
    // Where the answer does not need these pages, only what was written in them must be right.
    errors: readings.flatMap((reading) => reading.errors).filter(({ field }) => asksPages(definition, task.element, outcome) || hasText(body, field)),
    entered: Object.assign({}, ...readings.map((reading) => reading.entered)), stay: readings.some((reading) => reading.stay),
  };
}

/** The act that the form asks for. */
export const eventOf = ({ task }: OpenTask, { outcome, reason, observe, own }: Typed): Extract<OfficerEvent, { type: 'complete_task' }> =>
  ({ type: 'complete_task', task: task.key, outcome, reason, observe, answers: own });

const observedIn = (body: FormBody): FieldToCorrect[] =>
  [...new Set(textsIn(body, names.observe))].map((field) => ({ field, reason: textIn(body, reasonName(field)) }));

const hasText = (body: FormBody, field: string): boolean => Object.keys(body).some((name) => (name === field || name.startsWith(`${field}-`)) && textIn(body, name) !== '');

function ownOf({ definition, task }: OpenTask, answers: Answers): Answers {
  const ids = new Set(officerPages(definition, task.element).flatMap((page) => page.fields.map((field) => field.id)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}
