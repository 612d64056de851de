import { mayCall, type Person, type Role } from '../access.ts';
import type { PageContent } from '../http/types.ts';
import { attributes, classes } from './components/attributes.ts';
import { notice } from './components/messages.ts';
import { backLink, skipLink } from './components/navigation.ts';
import { siteFooter } from './frame/footer.ts';
import { siteIcon } from './frame/icon.ts';
import { html, trusted, type Html } from './html.ts';

/** One link of the navigation; `current` marks the part of the site that the page belongs to. */
export type NavigationItem = { readonly href: string; readonly text: string; readonly current: boolean };

/** What the frame must know of the request and of the installation. */
export type FrameData = {
  /** Path of the page, such as `/tramites/copias-simples`; a query after it is kept for coming back, and left out of the canonical address. */
  readonly path: string;
  readonly person?: Pick<Person, 'name'> | undefined;
  /** A short message left by the page before, shown once. */
  readonly notice?: string | undefined;
  /** Whether the installation is a demonstration, with invented people and payments. */
  readonly demo: boolean;
  /** The day that a demonstration lives in, where that is not today: «sábado, 21 de noviembre de 2026». */
  readonly demoDay?: string | undefined;
  /** Links at the top, made by `navigationFor`. Where a page's `section` is the `href` of one of them, that one is current. */
  readonly navigation: readonly NavigationItem[];
  /** Makes the hidden field of the log-out form; asked only where somebody is logged in, so that other pages stay without a cookie. */
  readonly csrf: () => Html;
  /** Address of the stylesheet: `stylesheet().href`. */
  readonly cssHref: string;
  /** Address of the icon: `icon().href`; left out, the page names none. */
  readonly iconHref?: string | undefined;
  /** `https://…` without a slash at the end, where known: makes the canonical address and the one that print shows. */
  readonly origin?: string | undefined;
  /** Name of the entity that runs the site, beside the wordmark. */
  readonly entityName?: string | undefined;
};

/** One row of the navigation before anybody looks at it: who sees it, where it goes. */
export type NavigationRow = { readonly href: string; readonly text: string; readonly who: readonly Role[] };

/** The links this person may follow, with the one marked whose address the path begins with. */
export function navigationFor(rows: readonly NavigationRow[], person: Person | undefined, path: string): NavigationItem[] {
  const here = pathOnly(path);
  return rows.filter((row) => mayCall(row.who, person)).map(({ href, text }) => ({ href, text, current: here === href || here.startsWith(`${href}/`) }));
}

/** The whole document: head, header, navigation, messages, content, footer. No script, no style inside it. */
export function framePage(content: PageContent, frame: FrameData): string {
  return `<!DOCTYPE html>\n${html`<html lang="es-BO" class="govuk-template">
<head>${head(content, frame)}</head>
<body class="${classes('govuk-template__body', content.width === 'wide' && 'app-wide')}">
${skipLink()}
${header(content, frame)}
<div class="govuk-width-container">
${content.backLink && html`<nav aria-label="Página anterior">${backLink(content.backLink)}</nav>
`}<main class="govuk-main-wrapper" id="contenido-principal" tabindex="-1">
${frame.notice && notice({ title: 'Listo', body: frame.notice, kind: 'success', id: 'aviso-del-sitio' })}${content.main}
</main>
<p class="app-print-address">${frame.origin ?? 'Ventanilla'}${pathOnly(frame.path)}</p>
</div>
${siteFooter}
</body>
</html>`}\n`;
}

const pathOnly = (path: string): string => path.split('?', 1)[0] ?? path;

/** «Error: Sus datos — Ventanilla». */
const titleOf = ({ title, hasErrors }: PageContent): string => `${hasErrors ? 'Error: ' : ''}${title} — Ventanilla`;

function head(content: PageContent, frame: FrameData): Html {
  const hidden = content.noIndex || frame.person !== undefined;
  return html`
<meta charset="utf-8">
<title>${titleOf(content)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b5563">
${content.description && html`<meta name="description" content="${content.description}">
`}${hidden && trusted('<meta name="robots" content="noindex">\n')}${!hidden && frame.origin && html`<link rel="canonical" href="${frame.origin}${pathOnly(frame.path)}">
`}${frame.iconHref && html`<link rel="icon" href="${frame.iconHref}" type="image/svg+xml">
`}<link rel="stylesheet" href="${frame.cssHref}">
${content.head}`;
}

function header(content: PageContent, frame: FrameData): Html {
  // A section without a link of its own, as for who may see only a part of it, is found by its address.
  const isNamed = frame.navigation.some(({ href }) => href === content.section);
  const isCurrent = (item: NavigationItem) => (isNamed ? item.href === content.section : item.current);
  const link = (item: NavigationItem) => html`<li class="app-nav__item"><a${attributes({ class: 'app-nav__link', href: item.href, 'aria-current': isCurrent(item) && 'true' })}>${item.text}</a></li>`;
  return html`<header><div class="app-header"><div class="govuk-width-container app-header__inner"><a class="app-header__home" href="/">${siteIcon}<span class="app-header__name">Ventanilla</span>${frame.entityName && html`<span class="app-header__entity">${frame.entityName}</span>`}</a>${session(frame)}</div></div>
<nav class="app-nav" aria-label="Partes del sitio"><div class="govuk-width-container"><ul class="app-nav__list">${frame.navigation.map(link)}</ul></div></nav>
${frame.demo && html`<div class="govuk-width-container">${demoBanner(frame.demoDay)}</div>`}</header>`;
}

const session = ({ person, csrf, path }: FrameData): Html => (person === undefined
  ? html`<p class="app-session"><a class="app-session__link" href="${loginHref(path)}">Ingresar</a></p>`
  : html`<div class="app-session"><a class="app-session__link app-session__person" href="/mi-cuenta"><span class="govuk-visually-hidden">Mi cuenta: ingresó como </span>${person.name}</a><form action="/salir" method="post">${csrf()}<button class="app-session__link" type="submit">Salir</button></form></div>`);

/** Logging in comes back to the page where the person was. */
const loginHref = (path: string): string => (path === '/' || path.startsWith('/ingresar') ? '/ingresar' : `/ingresar?volver=${encodeURIComponent(path)}`);

const demoBanner = (day: string | undefined): Html => html`<p class="app-demo"><strong>Sitio de demostración:</strong> personas, pagos y documentos son inventados y no tienen efecto legal.${day && html` Su reloj está adelantado: hoy es ${day}.`} <a class="govuk-link" href="/demo/fecha">Mover la fecha</a></p>`;
