import { formatLinks, sheetFormats } from '#modules/office/index.ts';
import { details } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';

const lines = { key: 'jsonl', name: 'JSON', mediaType: 'application/jsonl', use: 'una línea por trámite, para otros programas' } as const;

/** Where a table of planning is downloaded as a sheet. */
export const downloads = (href: string): Html => details({ summary: 'Descargar como planilla', body: formatLinks(href, sheetFormats) });

/** Where the inventory is downloaded: as sheets, or as lines of JSON. */
export const inventoryDownloads = (href: string): Html => details({ summary: 'Descargar el inventario', body: formatLinks(href, [...sheetFormats, lines]) });
