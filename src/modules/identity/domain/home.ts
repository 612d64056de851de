import type { Person, Role } from '#kernel/access.ts';

/** The first page for a person who asked for no other: one that their roles let them open. */
export const homeOf = ({ kind, roles }: Pick<Person, 'kind' | 'roles'>): string =>
  (kind === 'citizen' ? '/mis-tramites' : (homes.find(([who]) => roles.some((role) => who.includes(role)))?.[1] ?? '/mi-cuenta'));

// The first row that fits: who works on cases begins there, whatever else they do.
const homes: readonly (readonly [who: readonly Role[], address: string])[] = [
  [['officer', 'supervisor'], '/escritorio'], [['admin'], '/administracion'], [['auditor'], '/escritorio/tramites'],
  [['examiner'], '/control'], [['egov_head', 'authority', 'reviewer', 'coordinator'], '/plan'], [['designer'], '/plan/inventario'],
];
