import { validateAnswers, type Answers, type FormPage } from '#modules/forms/index.ts';
import { refuse } from '../errors.ts';
import type { Case, Definition } from './types.ts';
import { variablesOf } from './world.ts';

/** The pages that an officer fills in with the task of this element: `v:form` names them, several with commas between. */
export function officerPages(definition: Definition, element: string): readonly FormPage[] {
  const named = (definition.flow.elements[element]?.attributes.form ?? '').split(',').map((id) => id.trim());
  return definition.form.pages.filter((page) => page.officerOnly && named.includes(page.id));
}

/**
 * Refuses what an officer filled in with a task where it has fields of other pages, or breaks the form's own rules. `isComplete` asks for
 * the required ones too; an observation may leave them for later.
 */
export function checkOfficerAnswers(definition: Definition, current: Case, element: string, answers: Answers, isComplete: boolean, now: Date): void {
  const pages = officerPages(definition, element);
  const known = new Set(pages.flatMap((page) => page.fields.map((field) => field.id)));
  const stranger = Object.keys(answers).find((id) => !known.has(id));
  if (stranger !== undefined) refuse('unknown_field', { field: stranger.slice(0, 100) });
  const context = { now, viewer: 'officer' as const, variables: variablesOf(definition, current, now) };
  const errors = validateAnswers(definition.form, { ...current.answers, ...answers }, context)
    .filter(({ page, field }) => pages.some(({ id }) => id === page) && (isComplete || field.split('.', 1)[0]! in answers));
  if (errors.length > 0) refuse('invalid_answers', { problem: errors[0]?.message ?? '', fields: errors.map((error) => error.field) });
}
