import { formatLinks, textFormats, textPage, type OfficeText } from '#modules/office/index.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { examinationHref } from './addresses.ts';

/** The executive summary as a page, and as files. */
export const summaryPage = (id: string, text: OfficeText): PageContent => ({
  title: text.title, section: '/control', noIndex: true, backLink: { href: examinationHref(id), text: 'Examen' },
  main: html`${textPage(text)}<h2 class="govuk-heading-m">Llevarse el resumen</h2>${formatLinks(examinationHref(id, '/resumen'), textFormats)}`,
});
