import { localDateOf } from '#kernel/clock.ts';
import { fileAnswers, toAnswer } from './files.ts';
import { nameOf } from './name.ts';
import { bodyProblem, enteredAt, postedAt } from './posted.ts';
import { rowCount, settleRows, type Incoming, type RowAction } from './row-actions.ts';
import { answerOf, rowsOf } from './variables.ts';
import type { Answers, AnswerValue, Entered, Field, FileAnswer, FormContext, Reading } from './types.ts';

/** What the fields of a page came to: values, every reading by its path, and what could not be understood. */
export type FieldsRead = { readonly values: Answers; readonly readings: ReadonlyMap<string, Reading>; readonly entered: Entered };

type Gathered = { readonly readings: Map<string, Reading>; readonly entered: Record<string, string | readonly string[]>; readonly today: ReturnType<typeof localDateOf>; readonly action: RowAction | undefined };

/** Reads each of these fields from what was posted. Hidden ones are read too: only afterwards is it known which are shown. */
export function readFields(fields: readonly Field[], incoming: Incoming, context: FormContext, action: RowAction | undefined): FieldsRead {
  const gathered: Gathered = { readings: new Map(), entered: {}, today: localDateOf(context.now), action };
  const values = fields.filter(({ behaviour }) => !behaviour.asksNothing && !behaviour.calculate).map((field): [string, AnswerValue | undefined] =>
    [field.id, field.fields ? readRows(field, field.fields, settleRows(incoming, field, action), gathered) : readOne(field, field.id, incoming, answerOf(incoming.stored, field.id), gathered)]);
  return { values: present(values), readings: gathered.readings, entered: gathered.entered };
}

function readRows(group: Field, fields: readonly Field[], incoming: Incoming, gathered: Gathered): AnswerValue {
  const before = rowsOf(answerOf(incoming.stored, group.id));
  return Array.from({ length: rowCount(incoming, group) }, (_, row) => present(fields.map((field) =>
    [field.id, readOne(field, `${group.id}.${row}.${field.id}`, incoming, answerOf(before[row] ?? {}, field.id), gathered)])));
}

function readOne(field: Field, path: string, incoming: Incoming, before: AnswerValue | undefined, gathered: Gathered): AnswerValue | undefined {
  const { body, uploads } = incoming;
  const name = nameOf(field);
  const files = filesAt(field, path, before, Object.hasOwn(uploads, path) ? uploads[path]?.files : undefined, gathered.action);
  const reading = bodyProblem(body, path, field, name) ?? field.behaviour.read(postedAt(body, path, files), { name, today: gathered.today });
  gathered.readings.set(path, reading);
  if (reading.kind === 'value') return reading.value;
  if (reading.kind === 'error') Object.assign(gathered.entered, enteredAt(body, path, field));
  // Too many files are an error, but they were received and stay, so that the person chooses which to take away.
  return field.behaviour.upload && files.length > 0 ? toAnswer(files) : undefined;
}

/** Where one file is enough, a new one takes the place of the old; one that came twice is one. */
function filesAt(field: Field, path: string, before: AnswerValue | undefined, received: readonly FileAnswer[] = [], action: RowAction | undefined): readonly FileAnswer[] {
  const removed = action?.kind === 'remove-file' && action.path === path ? action.file : undefined;
  const replaced = field.behaviour.upload?.filesMax === 1 && received.length > 0;
  const kept = fileAnswers(before).filter(({ id }) => id !== removed && !replaced);
  return [...kept, ...received.filter(({ id }) => !kept.some((one) => one.id === id))];
}

const present = (values: readonly (readonly [string, AnswerValue | undefined])[]): Answers =>
  Object.fromEntries(values.filter((entry): entry is readonly [string, AnswerValue] => entry[1] !== undefined));
