import { html, safeHref, type Html } from '#kernel/html/html.ts';
import type { Format } from '../formats.ts';

/** Links to download something: one a format, at `href` with the format behind a slash, each saying what it is good for. */
export const formatLinks = (href: string, formats: readonly Format<string>[]): Html => html`
  <ul class="govuk-list">
    ${formats.map(({ key, name, use }) => html`<li><a class="govuk-link" href="${safeHref(`${href}/${key}`)}" download>Descargar ${name}</a> <span class="app-muted">${use}</span></li>`)}
  </ul>`;
