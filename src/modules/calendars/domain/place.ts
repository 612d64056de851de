import { keysOf } from '#kernel/tables.ts';

/** The nine departments, by the letters of an identity card issued there. */
export const departments = {
  CH: 'Chuquisaca', LP: 'La Paz', CB: 'Cochabamba', OR: 'Oruro', PT: 'Potosí', TJ: 'Tarija', SC: 'Santa Cruz', BE: 'Beni', PD: 'Pando',
} as const;
export type DepartmentCode = keyof typeof departments;

/** Whose holidays count: the department and the municipality of the entity; neither means only the national ones. */
export type Place = { readonly department?: DepartmentCode; readonly municipality?: string };

/** How far a holiday reaches. */
export const scopes = ['national', 'department', 'municipality'] as const;
export type Scope = (typeof scopes)[number];

/** Reads a department from its code, name or address form (`OR`, `Oruro`, `santa-cruz`); accents and case don't matter. */
export const parseDepartment = (text: string | undefined): DepartmentCode | undefined => (text === undefined ? undefined : isCode(text) ? text : codesByName.get(plain(text)));

const isCode = (text: string): text is DepartmentCode => Object.hasOwn(departments, text);

/** Every department code, in the order of the constitution. */
export const departmentCodes = keysOf(departments);

const codesByName = new Map(departmentCodes.flatMap((code) => [[plain(code), code], [plain(departments[code]), code]] as const));

/** «Bolivia», «departamento de Oruro», «municipio de Sucre». */
export function sayReach(scope: Scope, place: string | undefined): string {
  if (scope === 'national') return 'Bolivia';
  if (scope === 'municipality') return `municipio de ${place ?? ''}`;
  const code = parseDepartment(place);
  return `departamento de ${code ? departments[code] : place ?? ''}`;
}

/** Whether a day of this reach counts at a place. */
export function reaches(scope: Scope, of: string | undefined, place: Place): boolean {
  if (scope === 'national') return true;
  if (scope === 'department') return of !== undefined && of === place.department;
  return of !== undefined && place.municipality !== undefined && plain(of) === plain(place.municipality);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-_\s]+/g, ' ').trim();
}
