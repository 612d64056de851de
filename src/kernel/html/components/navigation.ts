import { html, safeHref, type Child, type Html } from '../html.ts';
import { attributes } from './attributes.ts';

/** Where a list goes on. Lists are paged by key, so there are no page numbers. */
export type Pagination = {
  /** Address of the page before; left out on the first, and where only the first is known. */
  readonly previous?: string | undefined;
  /** Address of the first page, for lists whose key leads only forwards; left out on it. */
  readonly first?: string | undefined;
  /** Address of the page after; left out on the last. */
  readonly next?: string | undefined;
  /** What is shown: «25 de 1.204 expedientes». */
  readonly info?: Child | undefined;
};

/** The way to the pages before and after, or back to the first; nothing at all where there are none and there is nothing to say. */
export function pagination({ previous, first, next, info }: Pagination): Html {
  const back = previous ?? first, links = (back !== undefined || next !== undefined) && html`<nav class="govuk-pagination" aria-label="Páginas de la lista">${
    back !== undefined && html`<div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="${safeHref(back)}"${previous !== undefined && html` rel="prev"`}>${arrow('prev', backward)}<span class="govuk-pagination__link-title">${
      previous === undefined ? 'Primera página' : html`Anterior<span class="govuk-visually-hidden"> página</span>`}</span></a></div>`}${
    next !== undefined && html`<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="${safeHref(next)}" rel="next"><span class="govuk-pagination__link-title">Siguiente<span class="govuk-visually-hidden"> página</span></span>${arrow('next', forward)}</a></div>`}</nav>`;
  return html`${info && html`<p class="app-page-info">${info}</p>`}${links}`;
}

/** One step of the way from the start page; the page itself has no `href`. */
export type Crumb = { readonly text: Child; readonly href?: string | undefined };

/** The way from the start page to this one. */
export const breadcrumbs = (crumbs: readonly Crumb[]): Html =>
  html`<nav class="govuk-breadcrumbs" aria-label="Ruta"><ol class="govuk-breadcrumbs__list">${crumbs.map(({ text, href }) => html`<li class="govuk-breadcrumbs__list-item"${href === undefined && html` aria-current="page"`}>${href === undefined ? text : html`<a class="govuk-breadcrumbs__link" href="${safeHref(href)}">${text}</a>`}</li>`)}</ol></nav>`;

/** The way back to the page before. Pages give it to the frame as `backLink`; it is called directly only inside other content. */
export const backLink = ({ href, text = 'Volver' }: { readonly href: string; readonly text?: string | undefined }): Html =>
  html`<a href="${safeHref(href)}" class="govuk-back-link">${text}</a>`;

/** Lets people who use a keyboard jump over the header; the frame has it already. */
export const skipLink = (href = '#contenido-principal', text = 'Ir al contenido principal'): Html => html`<a href="${href}" class="govuk-skip-link">${text}</a>`;

/** In what state the site is, at the top of every page. */
export const phaseBanner = ({ tag, body }: { readonly tag: Child; readonly body: Child }): Html =>
  html`<div class="govuk-phase-banner"><p class="govuk-phase-banner__content"><strong class="govuk-tag govuk-phase-banner__content__tag">${tag}</strong><span class="govuk-phase-banner__text">${body}</span></p></div>`;

/** Where in a form the person is: «Paso 2 de 5: Establecimiento». It stands above the `h1`. */
export function stepIndicator(current: number, total: number, name: Child): Html {
  const steps = Array.from({ length: total }, (_, index) => html`<span class="app-steps__step${index < current && ' app-steps__step--done'}"></span>`);
  return html`<div class="app-steps"><p class="app-steps__text">Paso ${current} de ${total}<span class="app-steps__name">: ${name}</span></p><div class="app-steps__bar" aria-hidden="true">${steps}</div></div>`;
}

/** A box to search with. */
export type SearchBox = {
  /** Where the search is answered, by GET. */
  readonly action: string;
  readonly label: Child;
  /** Name in the address; `q` when left out. */
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  readonly hint?: Child | undefined;
  /** Text of the button; «Buscar» when left out. */
  readonly button?: string | undefined;
  /** Other fields of the same form, such as filters that must survive the search. */
  readonly extra?: Child | undefined;
};

/** A search, as a form of its own. */
export function searchBox(box: SearchBox): Html {
  const id = box.id ?? 'buscar';
  const input = attributes({ class: 'govuk-input app-search__input', id, name: box.name ?? 'q', type: 'search', value: box.value, autocomplete: 'off', maxlength: 200, 'aria-describedby': box.hint ? `${id}-hint` : undefined });
  return html`<form class="app-search" action="${safeHref(box.action)}" method="get" role="search"><label class="govuk-label govuk-label--s" for="${id}">${box.label}</label>${box.hint && html`<div id="${id}-hint" class="govuk-hint">${box.hint}</div>`}<div class="app-search__row"><input${input}><button type="submit" class="govuk-button app-search__button">${box.button ?? 'Buscar'}</button></div>${box.extra}</form>`;
}

const backward = 'm6.6 0-6.7 6.7 6.7 6.4 1.4-1.4-4.2-4h12.9v-2H1.7L6 1.4z';
const forward = 'M8.1 0 6.7 1.4 11 5.7H-2v2h12.9l-4.2 4 1.4 1.4 6.7-6.4z';
const arrow = (way: 'prev' | 'next', path: string): Html =>
  html`<svg class="govuk-pagination__icon govuk-pagination__icon--${way}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"/></svg>`;

/** A part of the site that a page leads to: its name, and what one does there. */
export type Room = { readonly href: string; readonly name: string; readonly does: string };

/** What a part of the site consists of, in the order in which people need it. */
export const roomList = (rooms: readonly Room[]): Html =>
  html`<ul class="app-rooms">${rooms.map(({ href, name, does }) => html`<li class="app-rooms__room"><a class="govuk-link app-rooms__name" href="${safeHref(href)}">${name}</a><span>${does}</span></li>`)}</ul>`;
