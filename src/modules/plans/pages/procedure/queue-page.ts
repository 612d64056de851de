import { localDateOf, sayDay } from '#kernel/clock.ts';
import { emptyState, linkButton, pagination, table, tabs } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { PlanLine, QueueFilter } from '../../store/procedure/lists.ts';
import { stateTag } from '../plan/parts.ts';
import { overdueTag } from './parts.ts';

/** What the agency's queue shows. */
export type QueueShown = { readonly filter: QueueFilter; readonly lines: readonly PlanLine[]; readonly waiting: number; readonly now: Date; readonly next: string | undefined; readonly isFirst: boolean };

const filters: readonly (readonly [filter: QueueFilter, text: string])[] = [['ours', 'Por revisar'], ['theirs', 'En manos de la entidad'], ['all', 'Todos']];
const empty: Readonly<Record<QueueFilter, readonly [title: string, body: string]>> = {
  ours: ['No hay planes por revisar', 'Cuando una entidad registre su plan, aparecerá aquí con su plazo.'], theirs: ['Ninguna entidad tiene un paso pendiente', 'Aquí están los planes observados, conformes o en aprobación.'],
  all: ['Todavía no se registró ningún plan', 'Los planes aparecen aquí cuando su entidad los registra.'],
};
const addressOf = (filter: QueueFilter): string => (filter === 'ours' ? '/plan/pige/revision' : `/plan/pige/revision?ver=${filter === 'theirs' ? 'entidad' : 'todos'}`);

/** The plans that the agency revises, what is due first at the top. */
export const queuePage = (shown: QueueShown): PageContent => ({
  title: 'Planes por revisar', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
  main: html`<h1 class="govuk-heading-l">Planes de las entidades</h1>
    <p class="govuk-body">${shown.waiting === 0 ? 'Ningún plan espera su revisión.' : shown.waiting === 1 ? 'Un plan espera su revisión.' : `${shown.waiting} planes esperan su revisión.`} Primero está lo que vence antes. Los plazos se cuentan desde el <a class="govuk-link" href="/plan/pige/calendario-nacional">calendario nacional</a>.</p>
    ${tabs('Qué planes se ven', filters.map(([filter, text]) => ({ href: addressOf(filter), text, current: filter === shown.filter })))}
    ${shown.lines.length === 0 ? emptyState({ title: empty[shown.filter][0], body: empty[shown.filter][1] }) : linesTable(shown.lines, shown.now, (id) => `/plan/pige/revision/${id}`)}
    ${(shown.next !== undefined || !shown.isFirst) && pagination({ first: shown.isFirst ? undefined : addressOf(shown.filter), next: shown.next === undefined ? undefined : `${addressOf(shown.filter)}${shown.filter === 'ours' ? '?' : '&'}${shown.next}` })}`,
});

/** The plans that contribute to the goals which a body coordinates. */
export const coordinationPage = (lines: readonly PlanLine[], goals: readonly string[], now: Date): PageContent => ({
  title: 'Planes que coordina su entidad', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
  main: html`<h1 class="govuk-heading-l">Planes que coordina su entidad</h1>
    <p class="govuk-body">${goals.length === 0 ? 'El plan nacional no nombra a su entidad como coordinadora de ninguna meta.' : `Su entidad coordina ${goals.length === 1 ? 'la meta' : 'las metas'} ${goals.join(', ')} del plan nacional. Aquí están los planes registrados que contribuyen a ellas: puede leerlos y opinar mientras se revisan.`}</p>
    ${lines.length === 0 ? html`${emptyState({ title: 'No hay planes registrados que contribuyan', body: 'Aparecerán cuando una entidad registre un plan que contribuya a esas metas.' })}${linkButton({ href: '/planes/nacional', text: 'Ver el plan nacional', kind: 'secondary' })}` : linesTable(lines, now, (id) => `/plan/pige/${id}/tramite`)}`,
});

const linesTable = (lines: readonly PlanLine[], now: Date, hrefOf: (id: PlanLine['id']) => string): Html => table({
  caption: 'Planes', captionHidden: true, cards: true, firstCellNames: true, head: ['Entidad', 'Plan', 'Estado', 'Vence', 'Registrado'],
  rows: lines.map((line) => [
    html`<a class="govuk-link" href="${hrefOf(line.id)}">${line.entityName}</a>`, html`${line.title}, versión ${line.version}${line.round > 1 && html` <span class="app-muted">(vuelta ${line.round})</span>`}${line.isExample && html` <span class="app-muted">(ejemplo)</span>`}`,
    stateTag(line), html`${line.due === null ? '—' : sayDay(line.due)} ${overdueTag({ currentDue: line.due }, localDateOf(now))}`, line.registeredAt === null ? '—' : sayDay(localDateOf(line.registeredAt)),
  ]),
});
