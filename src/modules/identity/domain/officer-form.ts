import { roleNames, type OfficerRole } from './officer-roles.ts';
import { isUnitKey, parseUsername } from './username.ts';

/** A field of a form and what is wrong with it. */
export type FieldFault = { readonly field: string; readonly text: string };

/** What was typed, to be shown again. */
export type TypedOfficer = { readonly name: string; readonly username: string; readonly email: string; readonly roles: readonly string[]; readonly units: string };

/** An officer as an administrator describes them. */
export type DescribedOfficer = { readonly name: string; readonly username: string; readonly email: string | undefined } & Access;

/** Roles and units of an officer. */
export type Access = { readonly roles: readonly OfficerRole[]; readonly units: readonly string[] };

const lengthMax = 120, emailLengthMax = 254, unitsMax = 20;

/** Reads the form of a new officer; with faults there is no draft. */
export function readOfficer(given: Partial<TypedOfficer>): { readonly draft: DescribedOfficer | undefined; readonly typed: TypedOfficer; readonly faults: readonly FieldFault[] } {
  const typed: TypedOfficer = { name: given.name?.trim() ?? '', username: given.username?.trim() ?? '', email: given.email?.trim() ?? '', roles: given.roles ?? [], units: given.units ?? '' };
  const username = parseUsername(typed.username), { access, faults } = readAccess(typed.roles, typed.units);
  const found: readonly (FieldFault | false)[] = [
    (typed.name === '' || typed.name.length > lengthMax) && { field: 'nombre', text: `Escriba el nombre completo, de hasta ${lengthMax} caracteres` },
    username === undefined && { field: 'usuario', text: 'Escriba un nombre de usuario de 3 a 60 letras minúsculas, números, puntos o guiones' },
    typed.email !== '' && (typed.email.length > emailLengthMax || !/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(typed.email)) && { field: 'correo', text: 'Escriba un correo electrónico como nombre@entidad.gob.bo' },
    ...faults,
  ];
  const wrong = found.filter((fault) => fault !== false);
  const draft = wrong.length === 0 && username !== undefined && access ? { ...access, name: typed.name, username, email: typed.email || undefined } : undefined;
  return { draft, typed, faults: wrong };
}

/** Reads the roles that were ticked and the units that were written with commas between. */
export function readAccess(roles: readonly string[], unitsText: string): { readonly access: Access | undefined; readonly faults: readonly FieldFault[] } {
  const known = roles.filter((role): role is OfficerRole => Object.hasOwn(roleNames, role));
  const units = [...new Set(unitsText.split(/[,\s]+/).filter((unit) => unit !== ''))], wrong = units.find((unit) => !isUnitKey(unit));
  const faults: FieldFault[] = [];
  if (known.length === 0 || known.length < roles.length) faults.push({ field: 'papeles', text: 'Elija al menos una función' });
  if (wrong !== undefined) faults.push({ field: 'unidades', text: `«${wrong.slice(0, 40)}» no sirve como unidad: use letras minúsculas sin acentos, números y guiones` });
  if (units.length > unitsMax) faults.push({ field: 'unidades', text: `Escriba como máximo ${unitsMax} unidades` });
  return { access: faults.length === 0 ? { roles: known, units } : undefined, faults };
}
