import { factsWithoutApart, openCase, readFacts, withoutApart, type Case, type Definition, type Fact } from '#modules/cases/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Context } from '#kernel/http/index.ts';
import { parseId, type CaseId, type EntityId } from '#kernel/ids.ts';
import { refuse } from './errors.ts';
import { unitSayer, type SayUnit } from './words.ts';

/** Somebody who serves an entity. */
export type Officer = Person & { readonly entityId: EntityId };

/** The logged-in officer; the route table has already let nobody else in. */
export function officerOf({ person }: Context): Officer {
  return person?.entityId === undefined ? refuse('not_found') : { ...person, entityId: person.entityId };
}

/** The id of the case in the address. */
export const caseIdOf = (ctx: Context): CaseId => parseId<'case'>(ctx.params.id) ?? refuse('not_found');

/** Whether somebody acts on cases, or only reads them as auditors do. */
export const isAtWork = ({ roles }: Person): boolean => roles.includes('officer') || roles.includes('supervisor');

/** Where somebody's work begins: the queue, or for who only reads, all cases of the entity. */
export const startOf = (person: Person): { readonly href: string; readonly text: string } =>
  (isAtWork(person) ? { href: '/escritorio', text: 'Escritorio' } : { href: '/escritorio/tramites', text: 'Trámites de la entidad' });

/** Whether somebody sees and hands over the work of every unit of their entity. */
export const isSupervisor = ({ roles }: Person): boolean => roles.includes('supervisor');

/** A case that this officer may read, with the definition that it runs on. */
export type OpenCase = { readonly officer: Officer; readonly current: Case; readonly definition: Definition; readonly sayUnit: SayUnit };

/** The case in the address, without reports that this officer may not read yet; for whoever may not read it at all, it does not exist. */
export async function openForOfficer(ctx: Context): Promise<OpenCase> {
  const officer = officerOf(ctx), [{ current, definition }, sayUnit] = await Promise.all([openCase(ctx.db, caseIdOf(ctx), officer), unitSayer(ctx.db, officer.entityId)]);
  return { officer, definition, current: withoutApart(definition, current, officer.id), sayUnit };
}

/** The facts of an open case, as this officer may read them. */
export const factsFor = async (ctx: Context, { officer, current, definition }: OpenCase): Promise<readonly Fact[]> =>
  factsWithoutApart(definition, current, await readFacts(ctx.db, current.id), officer.id);

/** Address of a case's page, or of something below it. */
export const caseHref = (id: CaseId, rest = ''): string => `/escritorio/tramites/${id}${rest}`;
