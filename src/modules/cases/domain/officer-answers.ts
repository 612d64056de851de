import { validateAnswers, type Answers, type FormPage } from '#modules/forms/index.ts';
import { refuse } from '../errors.ts';
import type { Case, Definition } from './types.ts';
import { variablesOf } from './world.ts';

/** The pages that an officer fills in with the task of this element: `v:form` names them, several with commas between. */
export function officerPages(definition: Pick<Definition, 'flow' | 'form'>, element: string): readonly FormPage[] {
  const named = (definition.flow.elements[element]?.attributes.form ?? '').split(',').map((id) => id.trim());
  return definition.form.pages.filter((page) => page.officerOnly && named.includes(page.id));
}

/** Whether an outcome of the task needs its pages complete: those that `v:formFor` lists, or every one. An observation leaves them for later. */
export function asksPages(definition: Definition, element: string, outcome: string): boolean {
  const outcomes = definition.flow.elements[element]?.attributes.formFor?.split(',').map((one) => one.trim());
  return !observing(outcome) && (outcomes?.includes(outcome) ?? true);
}

/** An outcome that asks the applicant to correct something; diagrams name it so. */
export const observing = (outcome: string): boolean => outcome.startsWith('observ');

/**
 * Refuses what an officer filled in with a task where it has fields of other pages, or breaks the form's own rules. `isComplete` asks for
 * the required ones too.
 */
export function checkOfficerAnswers(definition: Definition, current: Case, element: string, answers: Answers, isComplete: boolean, now: Date): void {
  const pages = officerPages(definition, element);
  const known = new Set(pages.flatMap((page) => page.fields.map((field) => field.id)));
  const stranger = Object.keys(answers).find((id) => !known.has(id));
  if (stranger !== undefined) refuse('unknown_field', { field: stranger.slice(0, 100) });
  if (pages.length === 0) return;
  const context = { now, viewer: 'officer' as const, variables: variablesOf(definition, current, now) };
  const errors = validateAnswers(definition.form, { ...current.answers, ...answers }, context)
    .filter(({ page, field }) => pages.some(({ id }) => id === page) && (isComplete || Object.hasOwn(answers, field.split('.', 1)[0] ?? '')));
  if (errors.length > 0) refuse('invalid_answers', { problem: errors[0]?.message ?? '', fields: errors.map((error) => error.field) });
}
