import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

/** Where anybody may read plans. */
export const publicHomePage = (): PageContent => ({
  title: 'Planes de gobierno electrónico', section: '/planes', description: 'El plan nacional de gobierno electrónico y los planes de las entidades públicas.',
  main: html`<h1 class="govuk-heading-l">Planes de gobierno electrónico</h1>
    <ul class="app-rooms"><li class="app-rooms__room"><a class="govuk-link app-rooms__name" href="/planes/nacional">Plan nacional</a><span>Qué se propuso el Estado, en 3 ejes, 14 líneas y 28 metas.</span></li></ul>`,
});
