import type { QueueKey, QueueQuery } from '#modules/cases/index.ts';
import { localDateOf, parseLocalDate } from '#kernel/clock.ts';
import type { Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { keysOf } from '#kernel/tables.ts';
import type { Officer } from '../officer.ts';

/** What the officer chose to see of the queue. It lives in the address, so that a view can be kept and shared. */
export type QueueFilters = {
  readonly held: QueueQuery['held'];
  readonly slug?: string | undefined;
  readonly unit?: string | undefined;
  readonly isLate: boolean;
  readonly after?: QueueKey | undefined;
};

/** How each part of the queue is called in the address. */
export const trays = { mine: 'mias', free: 'sin-asignar', all: 'todas' } as const satisfies Record<QueueQuery['held'], string>;

/** Reads the address; what it cannot be is left out. */
export function readFilters({ query }: Pick<Context, 'query'>, { units }: Pick<Officer, 'units'>): QueueFilters {
  const held = keysOf(trays).find((one) => trays[one] === query.bandeja) ?? 'mine';
  return {
    held, isLate: query.vencidas === '1', unit: units.find((unit) => unit === query.unidad),
    slug: query.tramite !== undefined && /^[a-z0-9-]{1,120}$/.test(query.tramite) ? query.tramite : undefined,
    after: readKey(query.despues),
  };
}

/** The address of a view; changes are the members that differ from the filters given. A change goes back to the first page. */
export function queueHref(filters: QueueFilters, change: Partial<QueueFilters> = {}): string {
  const { held, slug, unit, isLate, after } = { ...filters, after: undefined, ...change };
  const parts = new URLSearchParams({ bandeja: trays[held] });
  if (slug !== undefined) parts.set('tramite', slug);
  if (unit !== undefined) parts.set('unidad', unit);
  if (isLate) parts.set('vencidas', '1');
  if (after !== undefined) parts.set('despues', sayQueueKey(after));
  return `/escritorio?${parts.toString()}`;
}

/** The question for the store: a page and one line more, to know whether it goes on. */
export const queryOf = (officer: Officer, filters: QueueFilters, now: Date, limit: number): QueueQuery => ({
  entityId: officer.entityId, personId: officer.id, units: filters.unit === undefined ? officer.units : [filters.unit], held: filters.held, slug: filters.slug,
  dueBefore: filters.isLate ? localDateOf(now) : undefined, after: filters.after, limit,
});

/** Place of a line in the queue as an address can carry it: `2026-11-20_<case>_f3`; `infinity` where no term runs. */
export const sayQueueKey = ({ due, caseId, key }: QueueKey): string => `${due}_${caseId}_${key}`;

/** Reads such a place. */
export function readKey(text: string | undefined): QueueKey | undefined {
  const [due = '', id = '', key = ''] = (text ?? '').split('_');
  const caseId = parseId<'case'>(id);
  const isDay = due === 'infinity' || parseLocalDate(due) !== undefined;
  return isDay && caseId !== undefined && /^[fo]\d{1,9}$/.test(key) ? { due, caseId, key } : undefined;
}
