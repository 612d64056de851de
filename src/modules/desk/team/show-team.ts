import { countMax, officerLoads, queuePage, unitLoads, type OfficerLoad, type QueueLine, type UnitLoad } from '#modules/cases/index.ts';
import { officersOfUnit, unitsOfEntity } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { localDateOf } from '#kernel/clock.ts';
import { emptyState, pagination, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { calendarOfEntity } from '../calendar.ts';
import { officerOf } from '../officer.ts';
import { readKey, sayQueueKey } from '../queue/filters.ts';
import { queueTable } from '../queue/table.ts';
import { sayCount, sayKey } from '../words.ts';
import { visibleTo } from './visible-to.ts';

const latePageSize = 25;

/** `GET /escritorio/equipo[?unidad=]`: what waits in each unit and with each officer of the entity, and what is late; or every task of one unit. */
export async function showTeam(ctx: Context): Promise<Answer> {
  const officer = officerOf(ctx), today = localDateOf(ctx.now), after = readKey(ctx.query.despues);
  const units = await unitsOfEntity(ctx.db, officer.entityId), unit = units.find((one) => one === ctx.query.unidad);
  const members = await Promise.all(units.map((unit) => officersOfUnit(ctx.db, officer.entityId, unit)));
  const people = [...new Map(members.flat().map((person) => [person.id, person])).values()];
  const [loads, held, late, calendar] = await Promise.all([
    unitLoads(ctx.db, officer.entityId, units, today), officerLoads(ctx.db, officer.entityId, people.map(({ id }) => id), today),
    queuePage(ctx.db, { entityId: officer.entityId, personId: officer.id, units: unit === undefined ? units : [unit], held: 'all', dueBefore: unit === undefined ? today : undefined, after, limit: latePageSize + 1 }), calendarOfEntity(ctx.db, officer.entityId),
  ]);
  const shown = await visibleTo(ctx.db, officer, late.slice(0, latePageSize));
  const title = unit === undefined ? 'Tareas vencidas' : `Tareas de ${sayKey(unit)}`;
  return page({
    title: 'Mi equipo', section: '/escritorio', width: 'wide', backLink: { href: '/escritorio', text: 'Escritorio' },
    main: html`<h1 class="govuk-heading-l">Mi equipo</h1>${unitsTable(loads)}${peopleTable(people, held)}
      <h2 class="govuk-heading-m">${title}</h2>${unit !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="/escritorio/equipo">Ver solo las vencidas de todas las unidades</a></p>`}
      ${shown.length === 0 ? emptyState({ title: 'Ninguna tarea', body: unit === undefined ? 'Todas las tareas están dentro de su plazo.' : 'Nada espera en esta unidad.' }) : queueTable(ctx, officer, shown, calendar, title)}
      ${pagination({ ...(after ? { previous: hrefOf(unit) } : {}), ...nextOf(late, unit) })}`,
  });
}

const said = (count: number): string => sayCount(count, countMax);

const unitsTable = (loads: readonly UnitLoad[]): Html => table({
  caption: 'Por unidad', head: ['Unidad', 'Pendientes', 'Sin asignar', 'Vencidas'], firstCellNames: true, cards: true, numericColumns: [1, 2, 3],
  rows: loads.map(({ unit, all, free, late }) => [html`<a class="govuk-link" href="${hrefOf(unit)}">${sayKey(unit)}</a>`, said(all), said(free), said(late)]),
});

const peopleTable = (people: readonly Person[], loads: readonly OfficerLoad[]): Html => table({
  caption: 'Por persona', head: ['Persona', 'Unidades', 'A su cargo', 'Vencidas'], firstCellNames: true, cards: true, numericColumns: [2, 3],
  rows: people.map(({ id, name, units }) => {
    const load = loads.find(({ personId }) => personId === id);
    return [name, units.map(sayKey).join(', '), said(load?.held ?? 0), said(load?.late ?? 0)];
  }),
});

const hrefOf = (unit: string | undefined): string => (unit === undefined ? '/escritorio/equipo' : `/escritorio/equipo?unidad=${encodeURIComponent(unit)}`);

function nextOf(late: readonly QueueLine[], unit: string | undefined): { next?: string } {
  const last = late[latePageSize - 1];
  return late.length > latePageSize && last ? { next: `${hrefOf(unit)}${unit === undefined ? '?' : '&'}despues=${sayQueueKey({ due: last.due ?? 'infinity', caseId: last.caseId, key: last.key })}` } : {};
}
