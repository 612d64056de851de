import type { EntityId, PersonId } from './ids.ts';

/**
 * Roles that an entity gives its officers. `egov_head` writes the entity's plan of electronic government, `authority` approves it, `reviewer` is the
 * agency that examines plans, `coordinator` a body that coordinates lines of the national plan, `examiner` who examines other entities by law.
 */
export const officerRoles = ['officer', 'supervisor', 'designer', 'auditor', 'admin', 'egov_head', 'authority', 'reviewer', 'coordinator', 'examiner'] as const;

/** Who may call a route. `public` is anybody; the rest are roles of a person who has logged in. A citizen has `applicant`. */
export const roles = ['public', 'applicant', ...officerRoles] as const;
export type Role = (typeof roles)[number];

/** The logged-in person as every module sees them. */
export type Person = {
  readonly id: PersonId;
  readonly kind: 'citizen' | 'officer';
  readonly name: string;
  readonly roles: readonly Exclude<Role, 'public'>[];
  /** The entity an officer serves; a citizen has none. */
  readonly entityId?: EntityId;
  /** Units of the entity whose tasks this officer may take, such as `ventanilla` or `laboratorio`. */
  readonly units: readonly string[];
  readonly email?: string;
  /** Identity as the provider vouches for it: `CI` or `CIE`, number, complement. */
  readonly document?: { readonly type: string; readonly number: string; readonly complement?: string };
  readonly birthDate?: string;
  readonly phone?: string;
};

/** Whether any of the person's roles is in the list; nobody at all passes only where the list has `public`. */
export function mayCall(who: readonly Role[], person: Person | undefined): boolean {
  return who.includes('public') || (person !== undefined && person.roles.some((role) => who.includes(role)));
}
