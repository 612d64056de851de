import { findCaseByNumber, openCase } from '#modules/cases/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { emptyState, searchBox } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { caseHref, officerOf, startOf } from '../officer.ts';

const numberMax = 60;

/** `GET /escritorio/busqueda?numero=`: straight to the case with this number, if the officer may see it. */
export async function searchByNumber(ctx: Context): Promise<Answer> {
  const officer = officerOf(ctx), typed = (ctx.query.numero ?? '').slice(0, numberMax);
  const id = await findCaseByNumber(ctx.db, officer.entityId, typed);
  const isSeen = id !== undefined && await openCase(ctx.db, id, officer).then(() => true, (caught: unknown) => { if (isRefusal(caught)) return false; throw caught; });
  if (id !== undefined && isSeen) return seeOther(caseHref(id));
  return page({
    title: 'Buscar por número', section: '/escritorio', backLink: startOf(officer),
    main: html`<h1 class="govuk-heading-l">Buscar por número</h1>
      ${searchBox({ action: '/escritorio/busqueda', name: 'numero', label: 'Número del trámite', value: typed, hint: 'Por ejemplo: AN-2026-000123-7' })}
      ${typed.trim() !== '' && emptyState({ title: `No encontramos el número «${typed}»`, body: 'Revise que esté completo, con sus guiones y el dígito final. Solo se encuentran trámites de su entidad que usted puede ver.' })}`,
  });
}
