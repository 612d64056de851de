import { feelDate } from '#kernel/feel/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Answers, AnswerValue, Field, FormContext, Variables } from './types.ts';

/** One answer as FEEL sees it. */
export function variableOf(field: Field, value: AnswerValue | undefined): unknown {
  if (value === undefined || value === null) return null;
  const { fields } = field;
  if (fields) return rowsOf(value).map((row) => Object.fromEntries(fields.map((inner) => [inner.id, variableOf(inner, answerOf(row, inner.id))])));
  return field.behaviour.variable?.(value) ?? value;
}

/** What is outside the form: the context's own names, and the legal day and instant. An instant becomes FEEL's when an expression asks for it. */
export const outsideVariables = ({ now, variables }: FormContext): Variables =>
  ({ ...variables, hoy: feelDate(localDateOf(now)), ahora: now });

/** An answer under its own id, never a name that every object inherits. */
export const answerOf = (answers: Answers, id: string): AnswerValue | undefined => (Object.hasOwn(answers, id) ? answers[id] : undefined);

/** The rows of a group; none where what is stored is no list of rows. */
export function rowsOf(value: AnswerValue | undefined): readonly Answers[] {
  return Array.isArray(value) ? value.map((row) => (isAnswers(row) ? row : {})) : [];
}

/** Whether something is an object of named values, as a row is. */
export const isAnswers = (it: unknown): it is Answers => typeof it === 'object' && it !== null && !Array.isArray(it);
