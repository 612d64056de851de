import { casesByPerson, findCaseByNumber, openCase, personWords, readableVersions } from '#modules/cases/index.ts';
import { audit } from '#kernel/audit/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { emptyState } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { calendarOfEntity } from '../calendar.ts';
import { caseHref, officerOf, startOf, type Officer } from '../officer.ts';
import { casesTable } from './entity-cases.ts';
import { caseSearch } from './search-box.ts';

const typedMax = 120, foundMax = 50;

/** `GET /escritorio/busqueda?numero=`: straight to the case with this number, or else the cases of whoever has this name or document; only what the officer may see. */
export async function searchCases(ctx: Context): Promise<Answer> {
  const officer = officerOf(ctx), typed = (ctx.query.numero ?? '').trim().slice(0, typedMax);
  const id = await findCaseByNumber(ctx.db, officer.entityId, typed);
  const isSeen = id !== undefined && await openCase(ctx.db, id, officer).then(() => true, (caught: unknown) => { if (isRefusal(caught)) return false; throw caught; });
  if (id !== undefined && isSeen) return seeOther(caseHref(id));
  return page({
    title: 'Buscar un trámite', section: '/escritorio', width: 'wide', noIndex: true, backLink: startOf(officer),
    main: html`<h1 class="govuk-heading-l">Búsqueda</h1>${caseSearch(typed)}${typed !== '' && await foundFor(ctx, officer, typed)}`,
  });
}

/** The cases of a person. Who looked is written down with what was found, because it leads to names; what was typed is not, because it is one. */
async function foundFor(ctx: Context, officer: Officer, typed: string): Promise<Html> {
  const { entityId } = officer, words = personWords(typed);
  const [found, calendar] = await Promise.all([
    casesByPerson(ctx.db, { entityId, words, readable: await readableVersions(ctx.db, officer), limit: foundMax + 1 }), calendarOfEntity(ctx.db, entityId),
  ]);
  if (words.length > 0) await audit(ctx.db, { action: 'desk.person_searched', subject: `entity:${entityId}`, person: officer, entityId, detail: { cases: found.map(({ id }) => id) }, requestId: ctx.requestId });
  if (found.length === 0) return emptyState({ title: `No encontramos «${typed}»`, body: 'Revise que el número esté completo, con sus guiones y el dígito final, o busque por el nombre o el documento de quien solicita. Solo se encuentran trámites de su entidad que usted puede ver.' });
  return html`${found.length > foundMax && html`<p class="govuk-body">Hay más de ${foundMax}: agregue otro nombre o apellido, o busque por el documento.</p>`}${casesTable(found.slice(0, foundMax), ctx.now, calendar)}`;
}
