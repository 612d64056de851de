import { observing } from '#modules/cases/index.ts';
import type { Refusal } from '#kernel/errors/index.ts';
import type { OpenTask } from '../tasks/open-task.ts';
import { labelOf } from '../words.ts';
import { names, reasonName } from './names.ts';
import type { Typed } from './typed.ts';

/** One thing to put right, with the id of the field where it is. */
export type Problem = { readonly id: string; readonly text: string };

/** What has to be put right before the form can be taken: what the case refuses, and the officer's own fields. */
export function problemsOf({ definition }: OpenTask, typed: Typed, refused: Refusal | undefined): readonly Problem[] {
  const fields = typed.errors.map(({ field, message }) => ({ id: field, text: message }));
  const observed = observing(typed.outcome) ? typed.observe.filter(({ reason }) => reason === '').map(({ field }) => ({ id: reasonName(field), text: `Escriba qué se debe corregir en «${labelOf(definition, field)}».` })) : [];
  const stated = refused === undefined || (refused.code === 'cases.fields_needed' && observed.length > 0) || (refused.code === 'cases.invalid_answers' && fields.length > 0)
    ? [] : [{ id: placeOf[refused.code] ?? names.outcome, text: sentenceOf(refused) }];
  const all = [...stated, ...observed, ...fields];
  // In the order of the page, where the reason stands last.
  return [...all.filter(({ id }) => id !== names.reason), ...all.filter(({ id }) => id === names.reason)];
}

const placeOf: Readonly<Record<string, string>> = { 'cases.reason_needed': names.reason, 'cases.fields_needed': names.observe };

// The list of answers stands on the page; their keys in the sentence would help nobody.
const sentenceOf = ({ code, message }: Refusal): string => (code === 'cases.bad_outcome' ? 'Elija una respuesta.' : message);
