import { countMax, queueCounts, queuePage, queueProcedures, type QueueCounts, type QueueLine } from '#modules/cases/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { emptyState, pagination, sideBySide, tabs } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { calendarOfEntity } from '../calendar.ts';
import { isSupervisor, officerOf, type Officer } from '../officer.ts';
import { sayCount, unitSayer } from '../words.ts';
import { filterForm } from './filter-form.ts';
import { queryOf, queueHref, readFilters, type QueueFilters } from './filters.ts';
import { caseSearch } from './search-box.ts';
import { queueTable } from './table.ts';

const pageSize = 25;

/** `GET /escritorio`: the tasks of the officer's units, what falls due first at the top. */
export async function showQueue(ctx: Context): Promise<Answer> {
  const officer = officerOf(ctx), filters = readFilters(ctx, officer);
  const [lines, counts, procedures, calendar, sayUnit] = await Promise.all([
    queuePage(ctx.db, queryOf(officer, filters, ctx.now, pageSize + 1)), queueCounts(ctx.db, officer.entityId, officer.units, officer.id, localDateOf(ctx.now)),
    queueProcedures(ctx.db, officer.entityId, officer.units), calendarOfEntity(ctx.db, officer.entityId), unitSayer(ctx.db, officer.entityId),
  ]);
  const shown = lines.slice(0, pageSize);
  return page({
    title: 'Escritorio', section: '/escritorio', width: 'wide',
    main: html`${sideBySide(html`<h1 class="govuk-heading-l">Escritorio</h1>
      <p class="govuk-body">${officer.units.length === 0 ? 'Su cuenta no tiene ninguna unidad asignada.' : `Tareas de: ${officer.units.map(sayUnit).join(', ')}.`} ${elsewhere(officer)}</p>`,
      caseSearch())}
      ${trayTabs(filters, counts)}${filterForm(filters, officer, procedures, counts, sayUnit)}
      ${shown.length === 0 ? emptyQueue(officer, filters) : queueTable(ctx, officer, shown, calendar, sayUnit, trayNames[filters.held])}
      ${paging(filters, lines.length > pageSize, shown.at(-1))}`,
  });
}

const trayNames = { mine: 'Mías', free: 'Sin asignar', all: 'Todas' } as const satisfies Record<QueueFilters['held'], string>;

const elsewhere = (officer: Officer): Html => html`<a class="govuk-link" href="/escritorio/tramites">Todos los trámites de la entidad</a> · <a class="govuk-link" href="/escritorio/agenda">Agenda de citas</a>${
  isSupervisor(officer) && html` · <a class="govuk-link" href="/escritorio/equipo">Mi equipo</a>`}`;

const trayTabs = (filters: QueueFilters, counts: QueueCounts): Html => tabs('Bandejas', (['mine', 'free', 'all'] as const).map((held) => ({
  href: queueHref(filters, { held }), current: held === filters.held, text: `${trayNames[held]} (${sayCount(counts[held], countMax)})`,
})));

function emptyQueue({ units }: Officer, filters: QueueFilters): Html {
  const isNarrowed = filters.isLate || filters.slug !== undefined || filters.unit !== undefined || filters.after !== undefined;
  if (units.length === 0) return emptyState({ title: 'No hay tareas para usted', body: 'Pida a quien administra las cuentas de su entidad que le asigne una unidad.' });
  if (isNarrowed) return emptyState({ title: 'Ninguna tarea cumple lo elegido', body: 'Quite algún filtro para ver más.', action: { href: queueHref({ held: filters.held, isLate: false }), text: 'Quitar los filtros' } });
  if (filters.held === 'mine') return emptyState({ title: 'No tiene tareas tomadas', body: 'Tome una de las que esperan a su unidad.', action: { href: queueHref(filters, { held: 'free' }), text: 'Ver las que nadie ha tomado' } });
  return emptyState({ title: 'No hay tareas pendientes', body: 'Cuando llegue una solicitud, aparecerá aquí.' });
}

function paging(filters: QueueFilters, goesOn: boolean, last: QueueLine | undefined): Html {
  const after = last && { due: last.due ?? 'infinity', caseId: last.caseId, key: last.key };
  return pagination({ ...(filters.after ? { first: queueHref(filters) } : {}), ...(goesOn && after ? { next: queueHref(filters, { after }) } : {}) });
}
