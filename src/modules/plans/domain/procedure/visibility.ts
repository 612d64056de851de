import type { Person, Role } from '#kernel/access.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { NationalPlan } from '../national/national-plan.ts';
import { rowsIn } from '../plan/content.ts';
import type { Plan, PlanHead } from '../plan/plan.ts';

type Readable = Pick<PlanHead, 'entityId' | 'state'>;

const ownReaders: readonly Role[] = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority'];

/**
 * Whether somebody may read a plan and its story: people of its entity who plan, always; the agency from its registration on; who coordinates a line that it
 * contributes to, likewise. What is published anybody reads, without asking here.
 */
export function mayReadPlan(person: Pick<Person, 'roles' | 'entityId'> | undefined, plan: Readable, { agencyId, coordinates }: { readonly agencyId: EntityId | undefined; readonly coordinates: boolean }): boolean {
  if (person?.entityId === undefined) return false;
  const has = (roles: readonly Role[]): boolean => person.roles.some((role) => roles.includes(role));
  if (person.entityId === plan.entityId && has(ownReaders)) return true;
  return plan.state !== 'draft' && ((has(['reviewer']) && person.entityId === agencyId) || (has(['coordinator']) && coordinates));
}

/** The goals that a body coordinates, by the name or abbreviation under which the national plan names it. */
export const goalsCoordinatedBy = (frame: NationalPlan, { acronym, name }: { readonly acronym: string; readonly name: string }): readonly string[] =>
  frame.goals.filter(({ coordinators }) => coordinators.some((one) => one === acronym || one === name)).map(({ code }) => code);

/** The goals to which a plan contributes. */
export const goalsOf = ({ content }: Pick<Plan, 'content'>): readonly string[] => rowsIn(content, 'contribuciones').flatMap(({ meta }) => (typeof meta === 'string' ? [meta] : []));
