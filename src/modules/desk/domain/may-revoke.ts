import type { Definition } from '#modules/cases/index.ts';
import type { Officer } from '../officer.ts';

/** Whether an officer may revoke what came out of a procedure: a supervisor of the entity, or somebody of a unit that decides in it. */
export function mayRevoke({ roles, units }: Pick<Officer, 'roles' | 'units'>, definition: Pick<Definition, 'flow'>): boolean {
  if (roles.includes('supervisor')) return true;
  if (!roles.includes('officer')) return false;
  return Object.values(definition.flow.elements).some(({ attributes: { kind, unit } }) => kind === 'decision' && unit !== undefined && units.includes(unit));
}
