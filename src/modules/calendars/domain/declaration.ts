import { addDays, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { NonWorkingDay } from './calendar.ts';
import { parseDepartment, scopes, type Scope } from './place.ts';

/** What an administrator wrote in the form, as it came. */
export type DeclarationForm = {
  readonly name: string; readonly from: DateParts; readonly until: DateParts; readonly scope: string;
  readonly department: string; readonly municipality: string; readonly norm: string; readonly source: string;
};

/** Day, month and year as three boxes give them. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** A field and the sentence about it. */
export type Problem = { readonly field: keyof DeclarationForm; readonly sentence: string };

/** Days that one decree can declare at once. */
const declaredDaysMax = 31;

const textMax = 200;

/** Reads the form: the days it declares, or everything that is wrong with it. */
export function readDeclaration(form: DeclarationForm): { readonly days: readonly NonWorkingDay[]; readonly problems: readonly Problem[] } {
  const from = readDate(form.from), until = isEmpty(form.until) ? from : readDate(form.until);
  const problems = [...textProblems(form), ...dateProblems(form, from, until), ...placeProblems(form)];
  const scope = scopes.find((one) => one === form.scope);
  if (problems.length > 0 || from === undefined || until === undefined || scope === undefined) return { days: [], problems };
  const of = ofPlace(scope, form);
  const fact = { name: form.name.trim(), scope, ...(of !== undefined && { of }), norm: form.norm.trim(), source: form.source.trim() };
  return { days: daysThrough(from, until).map((day) => ({ day, ...fact })), problems };
}

function textProblems(form: DeclarationForm): readonly Problem[] {
  const asked = [
    ['name', 'Escriba el nombre del feriado, por ejemplo «Duelo nacional».'],
    ['norm', 'Escriba la norma con su número y fecha, por ejemplo «Decreto Supremo 5521 de 13-01-2026».'],
    ['source', 'Escriba dónde se publicó la norma y cuándo, por ejemplo «Gaceta Oficial, 14-01-2026».'],
  ] as const;
  return asked.flatMap(([field, sentence]): Problem[] => {
    const length = form[field].trim().length;
    if (length > textMax) return [{ field, sentence: `Acorte este texto a ${textMax} caracteres o menos.` }];
    return length === 0 ? [{ field, sentence }] : [];
  });
}

function dateProblems(form: DeclarationForm, from: LocalDate | undefined, until: LocalDate | undefined): readonly Problem[] {
  if (from === undefined) return [{ field: 'from', sentence: isEmpty(form.from) ? 'Escriba el día, con día, mes y año.' : 'Ese día no existe. Revise el día, el mes y el año.' }];
  if (until === undefined) return [{ field: 'until', sentence: 'Ese último día no existe. Corríjalo, o déjelo vacío si es un solo día.' }];
  if (until < from) return [{ field: 'until', sentence: 'El último día es anterior al primero. Cambie uno de los dos.' }];
  return until >= addDays(from, declaredDaysMax) ? [{ field: 'until', sentence: `Una norma declara aquí hasta ${declaredDaysMax} días seguidos. Acorte el período o repártalo en dos.` }] : [];
}

function placeProblems(form: DeclarationForm): readonly Problem[] {
  if (!scopes.some((one) => one === form.scope)) return [{ field: 'scope', sentence: 'Elija si el feriado es de todo el país, de un departamento o de un municipio.' }];
  if (form.scope === 'department' && parseDepartment(form.department) === undefined) return [{ field: 'department', sentence: 'Elija el departamento.' }];
  if (form.scope !== 'municipality') return [];
  const length = form.municipality.trim().length;
  return length === 0 || length > textMax ? [{ field: 'municipality', sentence: 'Escriba el nombre del municipio.' }] : [];
}

function ofPlace(scope: Scope, form: DeclarationForm): string | undefined {
  if (scope === 'national') return undefined;
  return scope === 'department' ? parseDepartment(form.department) : form.municipality.trim();
}

function daysThrough(from: LocalDate, until: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let at = from; at <= until; at = addDays(at, 1)) days.push(at);
  return days;
}

const isEmpty = ({ day, month, year }: DateParts): boolean => `${day}${month}${year}`.trim() === '';

function readDate({ day, month, year }: DateParts): LocalDate | undefined {
  return parseLocalDate(`${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`);
}
