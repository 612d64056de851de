import { countMax, type QueueCounts } from '#modules/cases/index.ts';
import { button, checkboxes, hiddenField, select } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Officer } from '../officer.ts';
import { sayCount, type SayUnit } from '../words.ts';
import { trays, type QueueFilters } from './filters.ts';

/** What may be narrowed: procedure, unit where there are several, only what is late. */
export const filterForm = (filters: QueueFilters, { units }: Officer, procedures: readonly { slug: string; title: string }[], counts: QueueCounts, sayUnit: SayUnit): Html =>
  html`<form class="app-filters" action="/escritorio" method="get">${hiddenField('bandeja', trays[filters.held])}
    ${select({ id: 'tramite', name: 'tramite', label: 'Trámite', value: filters.slug ?? '', emptyText: 'Todos', options: procedures.map(({ slug, title }) => ({ value: slug, text: title })) })}
    ${units.length > 1 && select({ id: 'unidad', name: 'unidad', label: 'Unidad', value: filters.unit ?? '', emptyText: 'Todas las mías', options: units.map((unit) => ({ value: unit, text: sayUnit(unit) })) })}
    ${checkboxes({ id: 'vencidas', name: 'vencidas', label: 'Plazo', small: true, values: filters.isLate ? ['1'] : [], options: [{ value: '1', text: `Solo vencidas (${sayCount(counts.late, countMax)} en total)` }] })}
    ${button({ text: 'Filtrar', kind: 'secondary' })}</form>`;
