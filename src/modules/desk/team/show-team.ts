import { countMax, officerLoads, queuePage, unitLoads, type OfficerLoad, type QueueLine, type UnitLoad } from '#modules/cases/index.ts';
import { officersOfUnit, unitsOfEntity } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { localDateOf } from '#kernel/clock.ts';
import { emptyState, linkButton, pagination, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { calendarOfEntity } from '../calendar.ts';
import { officerOf } from '../officer.ts';
import { readKey, sayQueueKey } from '../queue/filters.ts';
import { queueTable } from '../queue/table.ts';
import { sayCount, unitSayer, type SayUnit } from '../words.ts';
import { visibleTo } from './visible-to.ts';

const pageSize = 25, listId = 'tareas';

/** What the list below the loads is narrowed to: one unit, one officer, or neither, and then what is late. */
type Narrowed = { readonly unit?: string | undefined; readonly person?: Person['id'] | undefined };

/** `GET /escritorio/equipo[?unidad=|persona=]`: what waits in each unit and with each officer of the entity, and what is late; or every task of one of them. */
export async function showTeam(ctx: Context): Promise<Answer> {
  const officer = officerOf(ctx), { entityId } = officer, today = localDateOf(ctx.now), after = readKey(ctx.query.despues);
  const units = await unitsOfEntity(ctx.db, entityId), unit = units.find((one) => one === ctx.query.unidad);
  const members = await Promise.all(units.map((unit) => officersOfUnit(ctx.db, entityId, unit)));
  const people = [...new Map(members.flat().map((person) => [person.id, person])).values()], person = people.find(({ id }) => id === ctx.query.persona);
  const asked = {
    units: unit === undefined ? units : [unit], ...(person ? { held: 'mine', personId: person.id } as const : { held: 'all', personId: officer.id } as const), dueBefore: unit === undefined && !person ? today : undefined,
  };
  const [loads, held, lines, calendar, sayUnit] = await Promise.all([
    unitLoads(ctx.db, entityId, units, today), officerLoads(ctx.db, entityId, people.map(({ id }) => id), today),
    queuePage(ctx.db, { entityId, ...asked, after, limit: pageSize + 1 }), calendarOfEntity(ctx.db, entityId), unitSayer(ctx.db, entityId),
  ]);
  const shown = await visibleTo(ctx.db, officer, lines.slice(0, pageSize)), narrowed = { unit, person: person?.id };
  const title = person ? `Tareas de ${person.name}` : unit === undefined ? 'Tareas vencidas' : `Tareas de ${sayUnit(unit)}`;
  return page({
    title: 'Mi equipo', section: '/escritorio', width: 'wide', backLink: { href: '/escritorio', text: 'Escritorio' },
    main: html`<h1 class="govuk-heading-l">Mi equipo</h1>${unitsTable(loads, sayUnit)}${peopleTable(people, held, sayUnit)}
      <h2 class="govuk-heading-m" id="${listId}">${title}</h2>${(unit !== undefined || person) && html`<p class="govuk-body"><a class="govuk-link" href="${teamHref({})}">Ver solo las vencidas de todas las unidades</a></p>`}
      ${person && shown.length > 0 && linkButton({ href: `/escritorio/equipo/reparto?persona=${person.id}`, text: 'Repartir entre otras personas', kind: 'secondary' })}
      ${shown.length === 0 ? emptyState({ title: 'Ninguna tarea', body: whyEmpty(narrowed, lines.length) }) : queueTable(ctx, officer, shown, calendar, sayUnit, title)}
      ${pagination({ ...(after ? { first: listHref(narrowed) } : {}), ...nextOf(lines, narrowed) })}`,
  });
}

function whyEmpty({ unit, person }: Narrowed, found: number): string {
  if (found > 0) return 'Lo que hay es reservado, de unidades que no son la suya.';
  return person ? 'No tiene nada a su cargo.' : unit === undefined ? 'Todas las tareas están dentro de su plazo.' : 'Nada espera en esta unidad.';
}

const said = (count: number): string => sayCount(count, countMax);

const unitsTable = (loads: readonly UnitLoad[], sayUnit: SayUnit): Html => table({
  caption: 'Por unidad', head: ['Unidad', 'Pendientes', 'Sin asignar', 'Vencidas'], firstCellNames: true, cards: true, numericColumns: [1, 2, 3],
  rows: loads.map(({ unit, all, free, late }) => [html`<a class="govuk-link" href="${listHref({ unit })}">${sayUnit(unit)}</a>`, said(all), said(free), said(late)]),
});

const peopleTable = (people: readonly Person[], loads: readonly OfficerLoad[], sayUnit: SayUnit): Html => table({
  caption: 'Por persona', head: ['Persona', 'Unidades', 'A su cargo', 'Vencidas'], firstCellNames: true, cards: true, numericColumns: [2, 3],
  rows: people.map(({ id, name, units }) => {
    const load = loads.find(({ personId }) => personId === id);
    return [html`<a class="govuk-link" href="${listHref({ person: id })}">${name}</a>`, units.map(sayUnit).join(', '), said(load?.held ?? 0), said(load?.late ?? 0)];
  }),
});

/** Address of the team's page, narrowed or not. */
export function teamHref({ unit, person }: Narrowed, after?: string): string {
  const parts = new URLSearchParams({ ...(unit === undefined ? {} : { unidad: unit }), ...(person === undefined ? {} : { persona: person }), ...(after === undefined ? {} : { despues: after }) });
  return `/escritorio/equipo${parts.size === 0 ? '' : `?${parts.toString()}`}`;
}

const listHref = (narrowed: Narrowed, after?: string): string => `${teamHref(narrowed, after)}#${listId}`;

function nextOf(lines: readonly QueueLine[], narrowed: Narrowed): { next?: string } {
  const last = lines[pageSize - 1];
  return lines.length > pageSize && last ? { next: listHref(narrowed, sayQueueKey({ due: last.due ?? 'infinity', caseId: last.caseId, key: last.key })) } : {};
}
