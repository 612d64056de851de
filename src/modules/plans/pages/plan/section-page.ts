import type { Field, FormPage } from '#modules/forms/index.ts';
import { emptyState, linkButton, sideBySide, summaryList, table, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { sayText } from '#kernel/text.ts';
import { rowsIn } from '../../domain/plan/content.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanProblem } from '../../domain/plan/problems.ts';
import { planSections } from '../../domain/plan/sections.ts';
import { rowNameOf, rowsMaxOf } from '../../domain/plan/section-forms.ts';
import { groupTable, linesIn } from '../../domain/plan/tables.ts';
import { sectionHref } from './addresses.ts';
import { exampleNote } from './parts.ts';

/** What a section shows. `beside` is what is computed for it: figures, a chart, sums. */
export type ShownSection = { readonly plan: Plan; readonly section: FormPage; readonly problems: readonly PlanProblem[]; readonly mayEdit: boolean; readonly beside?: Html | undefined };

/** One section of a plan: what to look at again, what is computed, what is written, and its tables. */
export function sectionPage(shown: ShownSection): PageContent {
  const { plan, section, problems, beside } = shown, texts = section.fields.filter(({ fields }) => fields === undefined), groups = section.fields.filter(({ fields }) => fields !== undefined);
  const at = planSections.findIndex(({ key }) => key === section.id), next = planSections[at + 1];
  return {
    title: sayText(section.title), section: '/plan', width: 'wide', noIndex: true, backLink: { href: `/plan/pige/${plan.id}`, text: plan.title },
    main: html`<span class="govuk-caption-l">Sección ${at + 1} de ${planSections.length}</span><h1 class="govuk-heading-l">${sayText(section.title)}</h1>${exampleNote(plan)}${section.intro && html`<p class="govuk-body">${sayText(section.intro)}</p>`}
      ${problems.length > 0 && problemList(shown)}${beside}${texts.length > 0 && textsPart(shown, texts)}${groups.map((group) => groupPart(shown, group))}
      ${next && html`<p class="govuk-body"><a class="govuk-link" href="${sectionHref(plan.id, next.key)}">Siguiente sección: ${next.title}</a></p>`}`,
  };
}

function problemList({ plan, section, problems, mayEdit }: ShownSection): Html {
  const mend = ({ group, row, text }: PlanProblem): Html => (mayEdit && group !== undefined && row !== undefined ? html` <a class="govuk-link" href="${sectionHref(plan.id, section.id, `/${group}/${row}`)}">Corregir<span class="govuk-visually-hidden">: ${text}</span></a>` : html``);
  return html`${warningText(problems.length === 1 ? 'Hay algo que conviene revisar.' : `Hay ${problems.length} cosas que conviene revisar.`)}<ul class="govuk-list govuk-list--bullet">${problems.map((one) => html`<li>${one.text}${mend(one)}</li>`)}</ul>`;
}

function textsPart({ plan, section, mayEdit }: ShownSection, fields: readonly Field[]): Html {
  const written = fields.some((field) => plan.content[field.id] !== undefined);
  return html`${isGrid(fields) ? gridOf(plan, fields) : summaryList(fields.map((field) => ({ key: sayText(field.label), value: saidText(plan, field) })))}${mayEdit && html`<p>${linkButton({ href: sectionHref(plan.id, section.id, '/textos'), text: written ? 'Cambiar los textos' : 'Escribir los textos', kind: written ? 'secondary' : 'primary' })}</p>`}`;
}

// Four texts are the quadrants of a SWOT: what is inside beside what is outside.
const isGrid = (fields: readonly Field[]): boolean => fields.some(({ id }) => id === 'fortalezas');
const gridOf = (plan: Plan, fields: readonly Field[]): Html => { const [a, b, c, d] = fields.map((field) => html`<h2 class="govuk-heading-s">${sayText(field.label)}</h2>${saidText(plan, field)}`); return html`${sideBySide(a, b)}${sideBySide(c, d)}`; };

function saidText({ content }: Plan, field: Field): Html {
  const lines = linesIn(content, field);
  if (lines.length === 0) return html`<span class="app-muted">Sin escribir</span>`;
  return lines.length === 1 ? html`${lines[0]}` : html`<ul class="govuk-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function groupPart({ plan, section, mayEdit }: ShownSection, group: Field): Html {
  const { head, rows, numericColumns } = groupTable(plan.content, group.id), label = sayText(group.label), count = rowsIn(plan.content, group.id).length, at = (rest: string): string => sectionHref(plan.id, section.id, `/${group.id}/${rest}`);
  const acts = (index: number, name: string): Html => html`<a class="govuk-link" href="${at(String(index + 1))}">Cambiar<span class="govuk-visually-hidden"> ${name}</span></a> <a class="govuk-link" href="${at(`${index + 1}/quitar`)}">Quitar<span class="govuk-visually-hidden"> ${name}</span></a>`;
  return html`<h2 class="govuk-heading-m" id="${group.id}">${label}</h2>${group.hint && html`<p class="govuk-body">${sayText(group.hint)}</p>`}
    ${count === 0 ? emptyState({ title: 'Todavía no hay nada', body: mayEdit ? 'Se agrega con el botón de abajo.' : 'Nadie de la entidad lo ha escrito.' })
      : table({ caption: label, captionHidden: true, cards: true, firstCellNames: true, head: mayEdit ? [...head, 'Acciones'] : head, numericColumns, rows: rows.map((row, index) => (mayEdit ? [...row, acts(index, row[0] ?? '')] : row)) })}
    ${mayEdit && (count < rowsMaxOf(group) ? html`<p>${linkButton({ href: at('nueva'), text: `Agregar ${rowNameOf(group)}`, kind: 'secondary' })}</p>` : html`<p class="govuk-body">Ya están las ${rowsMaxOf(group)} que caben.</p>`)}`;
}
