import { emptyState } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

/** Where this part of the site begins. */
export const homePage = (): PageContent => ({
  title: 'Tablero de gobierno electrónico', section: '/tablero', width: 'wide', main: html`<h1 class="govuk-heading-l">Tablero de gobierno electrónico</h1>${emptyState({ title: 'Todavía no hay mediciones', body: 'Las mediciones aparecen cuando los trámites funcionan.' })}`,
});
