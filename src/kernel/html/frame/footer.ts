import { html, type Html } from '../html.ts';

/** Links at the foot of every page; each of these addresses must answer. */
const footerLinks: readonly { readonly href: string; readonly text: string }[] = [
  { href: '/accesibilidad', text: 'Accesibilidad' },
  { href: '/privacidad', text: 'Privacidad' },
  { href: '/calendario', text: 'Calendario de días hábiles' },
  { href: '/planes', text: 'Planes de gobierno electrónico' },
  { href: '/api', text: 'Interfaz para programas (API)' },
  { href: '/codigo-abierto', text: 'Código abierto' },
  { href: '/contacto', text: 'Contacto' },
];

/** The foot of every page. */
export const siteFooter: Html = html`<footer class="app-footer"><div class="govuk-width-container"><nav aria-label="Sobre este sitio"><ul class="app-footer__list">${
  footerLinks.map(({ href, text }) => html`<li><a class="app-footer__link" href="${href}">${text}</a></li>`)}</ul></nav><p class="app-footer__licence">Ventanilla es un programa de código abierto, bajo la <a class="app-footer__link" href="/codigo-abierto#licencia">Licencia Pública de la Unión Europea 1.2</a>.</p></div></footer>`;
