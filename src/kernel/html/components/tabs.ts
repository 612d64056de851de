import { html, safeHref, type Child, type Html } from '../html.ts';
import { attributes } from './attributes.ts';

/** One view of the same list. */
type TabLink = { readonly href: string; readonly text: Child; readonly current: boolean };

/** Views of one list as links side by side; the one that is open is marked. */
export const tabs = (label: string, links: readonly TabLink[]): Html =>
  html`<nav class="app-tabs" aria-label="${label}"><ul class="app-tabs__list">${links.map(({ href, text, current }) =>
    html`<li><a class="app-tabs__link" href="${safeHref(href)}"${attributes({ 'aria-current': current ? 'page' : undefined })}>${text}</a></li>`)}</ul></nav>`;
