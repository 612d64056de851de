import type { Role } from '#kernel/access.ts';
import { keysOf } from '#kernel/tables.ts';

/** Roles that an entity gives its officers. */
export type OfficerRole = Exclude<Role, 'public' | 'applicant'>;

/** Roles that an administrator can give, in the words of the page. */
export const roleNames = {
  officer: 'Atiende trámites', supervisor: 'Supervisa y reparte tareas', designer: 'Diseña trámites', auditor: 'Examina lo actuado en su entidad', admin: 'Administra las cuentas',
  egov_head: 'Responde por el gobierno electrónico de la entidad', authority: 'Es la máxima autoridad ejecutiva', reviewer: 'Revisa los planes de las entidades', coordinator: 'Coordina líneas del plan nacional',
  examiner: 'Examina a otras entidades',
} as const satisfies Record<OfficerRole, string>;

// Roles that open what other entities have, with the key of the one entity that gives each: the agency revises and evaluates plans
// (Plan de Implementación de Gobierno Electrónico 2025-2028, cap. 6), the Contraloría examines (Ley 1178, art. 41).
const givenBy: Partial<Readonly<Record<OfficerRole, string>>> = { reviewer: 'agetic', examiner: 'contraloria' };

/** The roles that the administrators of an entity may give. Whoever runs the installation may give any, on the command line. */
export const rolesGivenIn = (entityKey: string): readonly OfficerRole[] => keysOf(roleNames).filter((role) => (givenBy[role] ?? entityKey) === entityKey);
