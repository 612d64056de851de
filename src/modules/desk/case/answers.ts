import { variablesOf, type Case, type Definition } from '#modules/cases/index.ts';
import { renderSummary, summarise, type SummarySection } from '#modules/forms/index.ts';
import { html, type Html } from '#kernel/html/html.ts';

/** Everything that was answered, officers' own pages too. */
const sectionsOf = (definition: Definition, current: Case, now: Date): readonly SummarySection[] =>
  summarise(definition.form, current.answers, { now, viewer: 'officer', variables: variablesOf(definition, current, now) });

/** The answers as the officer reads them; files open in the viewer unless that would lose what is being written. */
export function answersPanel(definition: Definition, current: Case, now: Date, canSteer: boolean): Html {
  const sections = sectionsOf(definition, current, now).filter((section) => !section.officerOnly || section.rows.some((row) => !row.isEmpty));
  return html`<h2 class="govuk-heading-m">Solicitud</h2>${renderSummary(sections, { headingLevel: 3, ...(canSteer ? { fileHref: (file) => `?archivo=${file.id}#visor` } : {}) })}`;
}
