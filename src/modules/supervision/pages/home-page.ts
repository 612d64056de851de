import { emptyState } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

/** Where this part of the site begins. */
export const homePage = (): PageContent => ({
  title: 'Control', section: '/control', width: 'wide', main: html`<h1 class="govuk-heading-l">Control</h1>${emptyState({ title: 'Todavía no hay exámenes', body: 'Aquí se registran exámenes, hallazgos y recomendaciones, y se les hace seguimiento.' })}`,
});
