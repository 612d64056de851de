import { formatLinks, textFormats, textPage } from '#modules/office/index.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Whole } from '../../domain/ninety-days/programme.ts';
import { programmeHref } from './addresses.ts';
import { programmeText } from './document.ts';

/** The whole programme to be read, printed or downloaded. */
export const documentPage = (whole: Whole): PageContent => ({
  title: `${whole.programme.name}: documento`, section: '/plan', noIndex: true, backLink: { href: programmeHref(whole.programme.id), text: whole.programme.name },
  main: html`${textPage(programmeText(whole))}<h2 class="govuk-heading-m">Descargar</h2>${formatLinks(programmeHref(whole.programme.id, '/documento'), textFormats)}`,
});
