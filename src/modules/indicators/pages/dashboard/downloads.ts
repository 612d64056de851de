import { formatLinks, sheetFormats } from '#modules/office/index.ts';
import { details } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';

/** Links to a table as files, behind a line that opens them. */
export const sheetLinks = (href: string, more: Html = html``): Html => details({ summary: 'Descargar los datos', body: html`${formatLinks(href, sheetFormats)}${more}` });
