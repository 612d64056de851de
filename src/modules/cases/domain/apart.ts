import type { Answers } from '#modules/forms/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { officerPages } from './officer-answers.ts';
import type { Case, Definition, Fact } from './types.ts';

type Formed = Pick<Definition, 'flow' | 'form'>;

/**
 * Reports that this officer may not read yet: of elements that an open task is kept apart from (`v:apartFrom`), so that whoever does it makes up their own
 * mind. Their own authors read them all the same.
 */
export function keptApart(definition: Formed, { state }: Pick<Case, 'state'>, reader: PersonId): ReadonlySet<string> {
  const named = state.tasks.flatMap(({ element }) => (definition.flow.elements[element]?.attributes.apartFrom ?? '').split(',').map((one) => one.trim()));
  return new Set(named.filter((element) => element !== '' && state.doneBy[element] !== undefined && state.doneBy[element] !== reader));
}

/** The case without what this officer may not read yet. */
export function withoutApart<Some extends Pick<Case, 'state' | 'answers'>>(definition: Formed, current: Some, reader: PersonId): Some {
  const hidden = apartFields(definition, current, reader);
  if (hidden.size === 0) return current;
  const answers: Answers = Object.fromEntries(Object.entries(current.answers).filter(([id]) => !hidden.has(id)));
  return { ...current, answers };
}

/** The officers' fields that this one may not read yet; files are kept under them too. */
export function apartFields(definition: Formed, current: Pick<Case, 'state'>, reader: PersonId): ReadonlySet<string> {
  const elements = [...keptApart(definition, current, reader)];
  return new Set(elements.flatMap((element) => officerPages(definition, element)).flatMap((page) => page.fields.map(({ id }) => id)));
}

/** The facts as this officer may read them: that a report was made shows, what it says does not yet. */
export function factsWithoutApart(definition: Formed, current: Pick<Case, 'state'>, facts: readonly Fact[], reader: PersonId): readonly Fact[] {
  const hidden = keptApart(definition, current, reader);
  return hidden.size === 0 ? facts : facts.map((fact) => (fact.type === 'task_completed' && hidden.has(String(fact.data.element)) ? silent(fact) : fact));
}

const silent = (fact: Fact): Fact => ({ ...fact, data: { ...fact.data, outcome: 'reservado', reason: 'Se podrá leer cuando termine el otro informe.', answers: {} } });
