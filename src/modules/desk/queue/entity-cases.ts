import type { Calendar } from '#modules/calendars/index.ts';
import { caseStatuses, casesOfEntity, countCases, countMax, readableVersions, readCaseKey, sayCaseKey, statusName, statusTag, type CaseStatus, type EntityCaseLine } from '#modules/cases/index.ts';
import { localDateOf, parseLocalDate, sayDay } from '#kernel/clock.ts';
import { emptyState, pagination, table, tabs } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { calendarOfEntity } from '../calendar.ts';
import { dueCell } from '../domain/urgency.ts';
import { caseHref, isAtWork, officerOf } from '../officer.ts';
import { sayCount } from '../words.ts';
import { caseSearch } from './search-box.ts';

const pageSize = 50;

/** `GET /escritorio/tramites[?estado=]`: every case of the entity, newest first; confidential ones only for their units. */
export async function showEntityCases(ctx: Context): Promise<Answer> {
  const officer = officerOf(ctx), status = caseStatuses.find((one) => one === ctx.query.estado);
  const scope = { entityId: officer.entityId, readable: await readableVersions(ctx.db, officer) };
  const before = readCaseKey(ctx.query.antes);
  const [lines, counts, calendar] = await Promise.all([
    casesOfEntity(ctx.db, { ...scope, statuses: status ? [status] : caseStatuses, before, limit: pageSize + 1 }),
    countCases(ctx.db, { ...scope, statuses: caseStatuses }), calendarOfEntity(ctx.db, officer.entityId),
  ]);
  const shown = lines.slice(0, pageSize), last = shown.at(-1);
  const next = lines.length > pageSize && last ? { next: hrefOf(status, sayCaseKey(last)) } : {};
  return page({
    title: 'Trámites de la entidad', section: '/escritorio', width: 'wide',
    ...(isAtWork(officer) ? { backLink: { href: '/escritorio', text: 'Escritorio' } } : {}),
    main: html`<h1 class="govuk-heading-l">Trámites de la entidad</h1>
      ${!isAtWork(officer) && caseSearch()}
      ${statusTabs(status, counts)}
      ${shown.length === 0 ? emptyState(status ? { title: 'No hay trámites así', body: 'Elija otro estado para ver más.' } : { title: 'Todavía no hay trámites', body: 'Cuando alguien presente una solicitud a su entidad, aparecerá aquí.' }) : casesTable(shown, ctx.now, calendar)}
      ${pagination({ ...(before ? { first: hrefOf(status) } : {}), ...next })}`,
  });
}

function statusTabs(status: CaseStatus | undefined, counts: readonly { status: CaseStatus; count: number }[]): Html {
  const some = counts.filter((one) => one.count > 0 || one.status === status);
  return tabs('Estados', [
    { href: hrefOf(undefined), text: 'Todos', current: status === undefined },
    ...some.map((one) => ({ href: hrefOf(one.status), text: `${statusName[one.status]} (${sayCount(one.count, countMax)})`, current: one.status === status })),
  ]);
}

/** Cases of the entity, whosever they are. */
export const casesTable = (lines: readonly EntityCaseLine[], now: Date, calendar: Calendar): Html => table({
  caption: 'Trámites', captionHidden: true, cards: true, firstCellNames: true, head: ['Número', 'Trámite', 'Solicitante', 'Presentado', 'Estado', 'Fecha legal'],
  rows: lines.map((line) => [
    html`<a class="govuk-link app-nowrap" href="${caseHref(line.id)}">${line.number}</a>`, html`${line.title}${line.confidential && html`<br><span class="app-muted">Reservado</span>`}`,
    line.applicant, sayDay(localDateOf(line.submittedAt)), statusTag(line.status, 'officer'), dueCell(parseLocalDate(line.due ?? ''), localDateOf(now), calendar),
  ]),
});

function hrefOf(status: CaseStatus | undefined, before?: string): string {
  const parts = new URLSearchParams({ ...(status ? { estado: status } : {}), ...(before ? { antes: before } : {}) }).toString();
  return `/escritorio/tramites${parts === '' ? '' : `?${parts}`}`;
}
