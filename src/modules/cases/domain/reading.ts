import type { Person } from '#kernel/access.ts';
import type { Case, Definition } from './types.ts';

/**
 * Whether a person may read a case: whoever asked, officers of its entity, and, if it is confidential,
 * only those of units that work on it or have been asked for an opinion that is still due.
 */
export function mayRead(person: Person, current: Pick<Case, 'applicantId' | 'entityId' | 'state'>, definition: Definition): boolean {
  if (person.kind === 'citizen') return person.id === current.applicantId;
  if (person.entityId !== current.entityId || !person.roles.some((role) => role === 'officer' || role === 'supervisor' || role === 'auditor')) return false;
  return !definition.confidential || [...unitsOf(definition), ...current.state.tasks.map((task) => task.unit)].some((unit) => person.units.includes(unit));
}

/** Units that the flow gives tasks to, in the order of the diagram. */
export function unitsOf(definition: Definition): readonly string[] {
  const units = Object.values(definition.flow.elements).map((element) => element.attributes.unit).filter((unit) => unit !== undefined);
  return [...new Set(units)];
}
