import { emptyState } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

/** Where this part of the site begins. */
export const homePage = (): PageContent => ({
  title: 'Planes de gobierno electrónico', section: '/plan', width: 'wide', main: html`<h1 class="govuk-heading-l">Planes de gobierno electrónico</h1>${emptyState({ title: 'Todavía no hay planes', body: 'Aquí se escriben, revisan y aprueban los planes de las entidades.' })}`,
});
