import { localDateOf } from '#kernel/clock.ts';
import { allFields } from './fields.ts';
import { isAnswers } from './variables.ts';
import { nameOf } from './name.ts';
import { postedAt } from './posted.ts';
import type { Answers, AnswerValue, Field, Form, FormContext, Variables } from './types.ts';

/** The first answers of a draft: what the context already knows. A value that its field would not accept is left out. */
export function startAnswers(form: Form, context: FormContext): Answers {
  const known = allFields(form).map((field) => [field.id, firstValue(field, context)] as const);
  return Object.fromEntries(known.filter((entry): entry is readonly [string, AnswerValue] => entry[1] !== undefined));
}

function firstValue(field: Field, { now, variables = {} }: FormContext): AnswerValue | undefined {
  if (field.prefill === undefined) return undefined;
  const found = lookUp(variables, field.prefill);
  const asked = { name: nameOf(field), today: localDateOf(now) };
  const stored = field.behaviour.check(found, asked);
  if (stored.kind === 'value') return stored.value;
  // Registers write a telephone or a card as people do, so what is no stored value is read as if it had been typed.
  const read = typeof found === 'string' ? field.behaviour.read(postedAt({ [field.id]: found }, field.id, []), asked) : stored;
  return read.kind === 'value' ? read.value : undefined;
}

/** The value at a path, through own members only. */
function lookUp(variables: Variables, path: string): unknown {
  let at: unknown = variables;
  for (const name of path.split('.')) at = isAnswers(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}
