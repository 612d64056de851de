import { roomList } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

/** Where anybody may read plans. */
export const publicHomePage = (): PageContent => ({
  title: 'Planes de gobierno electrónico', section: '/planes', description: 'El plan nacional de gobierno electrónico y los planes de las entidades públicas.',
  main: html`<h1 class="govuk-heading-l">Planes de gobierno electrónico</h1>
    ${roomList([{ href: '/planes/nacional', name: 'Plan nacional', does: 'Qué se propuso el Estado, en 3 ejes, 14 líneas y 28 metas.' }])}`,
});
