import { button, emptyState, select, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Difference, SectionDifference } from '../../domain/plan/compare.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planHref } from './addresses.ts';
import { exampleNote } from './parts.ts';

/** Something that a plan can be compared with: its place in the address, its name in a column, and its words in a list. */
export type Choice = { readonly value: string; readonly name: string; readonly text: string };

/** What a comparison shows: what there is to choose from, and what was chosen. */
export type Compared = { readonly plan: Plan; readonly choices: readonly Choice[]; readonly other: Choice | undefined; readonly sections: readonly SectionDifference[] };

/** What a plan says otherwise than another version, or than it said earlier. */
export const comparePage = ({ plan, choices, other, sections }: Compared): PageContent => ({
  title: 'Comparar', section: '/plan', width: 'wide', noIndex: true, backLink: { href: planHref(plan.id), text: plan.title },
  main: html`<span class="govuk-caption-l">${plan.title}, versión ${plan.version}</span><h1 class="govuk-heading-l">Comparar</h1>${exampleNote(plan)}
    ${other === undefined ? emptyState({ title: 'No hay con qué comparar', body: 'El plan tiene una sola versión, y todavía no ha cambiado.' }) : html`${chooser(plan, choices, other)}
      ${sections.length === 0 ? html`<p class="govuk-body">Dicen lo mismo.</p>` : sections.map((one) => sectionPart(one, plan, other))}`}`,
});

const chooser = (plan: Plan, choices: readonly Choice[], other: Choice): Html => html`<form method="get" action="${planHref(plan.id, '/comparacion')}" class="app-filters">
  ${select({ id: 'con', name: 'con', label: 'Comparar con', value: other.value, options: choices })}${button({ text: 'Comparar', kind: 'secondary' })}</form>`;

const kinds = { added: tag({ text: 'Nuevo', colour: 'green' }), removed: tag({ text: 'Quitado', colour: 'red' }), changed: tag({ text: 'Cambiado', colour: 'blue' }) } as const satisfies Record<Difference['kind'], Html>;

const sectionPart = ({ title, differences }: SectionDifference, { version }: Plan, other: Choice): Html => html`<h2 class="govuk-heading-m">${title}</h2>${table({
  caption: `Diferencias en ${title}`, captionHidden: true, cards: true, firstCellNames: true, head: ['Qué', 'Cambio', other.name, `Versión ${version}`],
  rows: differences.map(({ what, kind, before, after }) => [what, kinds[kind], said(before), said(after)]),
})}`;

const said = (lines: readonly string[]): Html => (lines.length === 0 ? html`—` : html`${lines.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`);
