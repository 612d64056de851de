import type { Role } from '#kernel/access.ts';

/** Roles that an entity gives its officers. */
export type OfficerRole = Exclude<Role, 'public' | 'applicant'>;

/** Roles that an administrator can give, in the words of the page. */
export const roleNames = {
  officer: 'Atiende trámites', supervisor: 'Supervisa y reparte tareas', designer: 'Diseña trámites', auditor: 'Examina lo actuado en su entidad', admin: 'Administra las cuentas',
  egov_head: 'Responde por el gobierno electrónico de la entidad', authority: 'Es la máxima autoridad ejecutiva', reviewer: 'Revisa los planes de las entidades', coordinator: 'Coordina líneas del plan nacional',
  examiner: 'Examina a otras entidades',
} as const satisfies Record<OfficerRole, string>;
