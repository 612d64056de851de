import { formatLinks, sheetFormats } from '#modules/office/index.ts';
import { button, checkboxes, details, emptyState, pagination, select, table } from '#kernel/html/components.ts';
import { html, type Child } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Filter } from '../domain/dashboard/filter.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { states, stateRows } from '../domain/follow-up/states.ts';
import { textOf } from '../domain/parts.ts';
import { followedMax } from '../store/follow-up.ts';
import { recommendationHref } from './addresses.ts';
import { exampleTag, sayDays, sayDue, stateTag } from './words.ts';

/** What the list of recommendations shows. `entities` are those that an examiner may choose from. */
export type FollowedList = { readonly lines: readonly Standing[]; readonly count: number; readonly isCut: boolean; readonly filter: Filter; readonly next: string | undefined; readonly entities: readonly { readonly id: string; readonly name: string }[]; readonly nameOf: (id: string) => string };

/** Recommendations from the oldest, by state, entity and whose turn it is. */
export const followedPage = (shown: FollowedList): PageContent => ({
  title: 'Recomendaciones', section: '/control', width: 'wide', noIndex: true, backLink: { href: '/control', text: 'Control' },
  main: html`<h1 class="govuk-heading-l">Recomendaciones</h1>${filterForm(shown)}${lines(shown)}${pagination({ next: shown.next === undefined ? undefined : address(shown, shown.next), info: shown.count > 0 && `${shown.lines.length} de ${shown.count}${shown.isCut ? `; se leen las ${followedMax} más recientes` : ''}` })}
    ${details({ summary: 'Llevarse la lista', body: formatLinks('/control/archivo', sheetFormats) })}`,
});

const filterForm = ({ filter, entities }: FollowedList): Child => html`<form method="get" action="/control/recomendaciones" class="app-filters">
  ${select({ id: 'estado', name: 'estado', label: 'Estado', emptyText: 'Todos', value: filter.state ?? '', options: states.filter((state) => state !== 'draft' && state !== 'issued').map((state) => ({ value: state, text: stateRows[state].name })) })}
  ${entities.length > 0 && select({ id: 'entidad', name: 'entidad', label: 'Entidad', emptyText: 'Todas', value: filter.examinedId ?? '', options: entities.map(({ id, name }) => ({ value: id, text: name })) })}
  ${checkboxes({ id: 'vencidas', name: 'vencidas', label: 'Plazo', small: true, values: filter.onlyOverdue ? ['si'] : [], options: [{ value: 'si', text: 'Sólo las vencidas' }] })}
  ${checkboxes({ id: 'turno', name: 'turno', label: 'A quién le toca', small: true, values: filter.turn === undefined ? [] : ['si'], options: [{ value: 'si', text: 'Sólo las que esperan algo de mí' }] })}
  ${button({ text: 'Filtrar', kind: 'secondary' })}</form>`;

const lines = ({ lines: shown, nameOf, entities }: FollowedList): Child => (shown.length === 0 ? emptyState({ title: 'Ninguna recomendación coincide', body: 'Quite algún filtro, o espere a que se notifique un informe.' }) : table({
  caption: 'Recomendaciones', captionHidden: true, cards: true, head: ['Recomendación', ...(entities.length > 0 ? ['Entidad'] : []), 'Qué se recomienda', 'Estado', 'Para cuándo', 'Notificada'], rows: shown.map((one) => [
    html`<a class="govuk-link" href="${recommendationHref(one.id)}">${one.code}, informe ${one.reportNumber ?? 'sin número'}</a>${exampleTag(one.example)}`, ...(entities.length > 0 ? [nameOf(one.examinedId)] : []), textOf(one.answers, 'texto'), stateTag(one.state), sayDue(one), one.notifiedAt === null ? 'Todavía no' : one.ageDays === 0 ? 'Hoy' : `Hace ${sayDays(one.ageDays)}`,
  ]),
}));

const address = ({ filter }: FollowedList, after: string): string => `/control/recomendaciones?${String(new URLSearchParams({ ...(filter.state ? { estado: filter.state } : {}), ...(filter.examinedId ? { entidad: filter.examinedId } : {}), ...(filter.onlyOverdue ? { vencidas: 'si' } : {}), ...(filter.turn ? { turno: 'si' } : {}), despues: after }))}`;
