import { summaryList } from '#kernel/html/components.ts';
import { safeHref, html, type Child, type Html } from '#kernel/html/html.ts';
import type { FileAnswer } from '../domain/types.ts';
import type { SummaryAnswer, SummarySection } from '../domain/summarise.ts';

export type SummaryOptions = {
  /** Where an answer can be changed; no link when absent. */
  readonly changeHref?: (page: string, field: string) => string;
  /** Where an uploaded file can be seen; only its name when absent. */
  readonly fileHref?: (file: FileAnswer) => string;
  /** Level of the headings; 2 when absent. */
  readonly headingLevel?: 2 | 3;
};

/** Answers by page, for the review, the receipt and the officer. */
export const renderSummary = (sections: readonly SummarySection[], options: SummaryOptions = {}): Html =>
  html`${sections.map((section) => html`${heading(section.title, options)}${summaryList(section.rows.map((row) => summaryRow(section, row, options)))}`)}`;

const heading = (title: string, { headingLevel = 2 }: SummaryOptions): Html =>
  headingLevel === 2 ? html`<h2 class="govuk-heading-m">${title}</h2>` : html`<h3 class="govuk-heading-s">${title}</h3>`;

function summaryRow({ page }: SummarySection, row: SummaryAnswer, { changeHref, fileHref }: SummaryOptions) {
  const action = changeHref && { href: `${changeHref(page, row.field)}`, text: 'Cambiar', hiddenText: row.label };
  return { key: row.label, value: valueOf(row, fileHref), action };
}

function valueOf({ lines, files, isEmpty }: SummaryAnswer, fileHref: SummaryOptions['fileHref']): Child {
  if (files.length > 0 && fileHref) return html`<ul class="govuk-list">${files.map((file, index) => html`<li><a class="govuk-link" href="${safeHref(fileHref(file))}">${lines[index] ?? file.name}</a></li>`)}</ul>`;
  if (isEmpty) return html`<span class="govuk-hint">${lines[0]}</span>`;
  return lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`);
}
