import { trusted, type Html } from '../html.ts';

// A service window: a counter, and above it an opening with a round top through which light comes.
const drawing = (window: string, light: string): string =>
  `<path fill="${window}" d="M6 27V14a10 10 0 0 1 20 0v13z"/><path fill="${light}" d="M10 21v-7a6 6 0 0 1 12 0v7z"/><path fill="${window}" d="M15 8h2v13h-2zM3 25h26v4H3z"/>`;

/** The icon as a file of its own: what a browser shows on its tab. */
export const iconFile: string = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawing('#0b5563', '#fff')}</svg>\n`;

/** The icon beside the wordmark; it takes the colour of the text. */
export const siteIcon: Html = trusted(`<svg class="app-header__icon" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">${drawing('currentColor', '#fff')}</svg>`);
