import type { Role } from '#kernel/access.ts';

/** Roles that an entity gives its officers. */
export type OfficerRole = Exclude<Role, 'public' | 'applicant'>;

/** Roles that an administrator can give, in the words of the page. */
export const roleNames = {
  officer: 'Atiende trámites', supervisor: 'Supervisa y reparte tareas', designer: 'Diseña trámites', auditor: 'Examina lo actuado', admin: 'Administra las cuentas',
} as const satisfies Record<OfficerRole, string>;
