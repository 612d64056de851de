import { allFields } from './fields.ts';
import { resolve } from './resolve.ts';
import { answerOf, variableOf } from './variables.ts';
import type { Answers, Field, Form, FormContext } from './types.ts';

/**
 * Stored answers as FEEL sees them elsewhere, under the ids of their fields: money in bolivianos, dates as dates, groups as lists of
 * contexts. A field without an answer is `null`, so that a condition on it is simply not fulfilled. A calculated value that was stored at
 * submission stays as it was; in a draft it is computed now.
 */
export function formVariables(form: Form, answers: Answers, context: FormContext): Record<string, unknown> {
  const fields = allFields(form), isMissing = ({ behaviour, id }: Field) => behaviour.calculate !== undefined && !Object.hasOwn(answers, id);
  const known = fields.some(isMissing) ? { ...resolve(form, answers, context).answers, ...answers } : answers;
  return Object.fromEntries(fields.map((field) => [field.id, variableOf(field, answerOf(known, field.id))]));
}
