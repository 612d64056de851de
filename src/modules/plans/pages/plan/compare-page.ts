import { button, emptyState, select, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import type { Difference, SectionDifference } from '../../domain/plan/compare.ts';
import type { Plan, PlanHead } from '../../domain/plan/plan.ts';
import { planHref } from './addresses.ts';
import { exampleNote } from './parts.ts';

/** What a comparison shows. `others` are the versions that it can be compared with, `other` the one that was chosen. */
export type Compared = { readonly plan: Plan; readonly others: readonly PlanHead[]; readonly other: PlanHead | undefined; readonly sections: readonly SectionDifference[] };

/** What a plan says otherwise than another version of it. */
export const comparePage = ({ plan, others, other, sections }: Compared): PageContent => ({
  title: 'Comparar versiones', section: '/plan', width: 'wide', noIndex: true, backLink: { href: planHref(plan.id), text: plan.title },
  main: html`<span class="govuk-caption-l">${plan.title}, versión ${plan.version}</span><h1 class="govuk-heading-l">Comparar versiones</h1>${exampleNote(plan)}
    ${other === undefined ? emptyState({ title: 'No hay con qué comparar', body: 'La entidad tiene una sola versión de su plan.' }) : html`${chooser(plan, others, other)}
      ${sections.length === 0 ? html`<p class="govuk-body">Las dos versiones dicen lo mismo.</p>` : sections.map((one) => sectionPart(one, plan, other))}`}`,
});

const chooser = (plan: Plan, others: readonly PlanHead[], other: PlanHead): Html => html`<form method="get" action="${planHref(plan.id, '/comparacion')}" class="app-filters">
  ${select({ id: 'con', name: 'con', label: 'Comparar con', value: other.id, options: others.map(({ id, version, title, updatedAt }) => ({ value: id, text: `Versión ${version}: ${title}, ${sayDay(localDateOf(updatedAt))}` })) })}${button({ text: 'Comparar', kind: 'secondary' })}</form>`;

const kinds = { added: tag({ text: 'Nuevo', colour: 'green' }), removed: tag({ text: 'Quitado', colour: 'red' }), changed: tag({ text: 'Cambiado', colour: 'blue' }) } as const satisfies Record<Difference['kind'], Html>;

const sectionPart = ({ title, differences }: SectionDifference, { version }: PlanHead, other: PlanHead): Html => html`<h2 class="govuk-heading-m">${title}</h2>${table({
  caption: `Diferencias en ${title}`, captionHidden: true, cards: true, firstCellNames: true, head: ['Qué', 'Cambio', `Versión ${other.version}`, `Versión ${version}`],
  rows: differences.map(({ what, kind, before, after }) => [what, kinds[kind], said(before), said(after)]),
})}`;

const said = (lines: readonly string[]): Html => (lines.length === 0 ? html`—` : html`${lines.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`);
