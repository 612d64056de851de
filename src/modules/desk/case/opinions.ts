import type { Fact } from '#modules/cases/index.ts';
import { summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { SayUnit } from '../words.ts';

/** What other units answered, before whoever decides; nothing where nobody was asked. */
export function opinionsPanel(facts: readonly Fact[], sayUnit: SayUnit): Html {
  const given = facts.filter(({ type }) => type === 'opinion_given');
  if (given.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Opiniones recibidas</h2>${summaryList(given.map(({ data, by }) => ({
    key: html`${sayUnit(String(data.unit))}<br><span class="app-muted">${by.name}</span>`, value: html`<span class="app-muted">${String(data.question)}</span><br>${String(data.text)}`,
  })))}`;
}
