import { insetText, pagination, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { toConfirm, type Acronym, type NationalGoal, type NationalLine, type NationalPlan, type NationalSubline } from '../../domain/national/national-plan.ts';
import { fidelityTag, lineHref } from './goal-parts.ts';

/** One line of the national plan: what it is for, its results and goals, who answers for them. */
export function linePage(plan: NationalPlan, line: NationalLine): PageContent {
  const axis = plan.axes.find(({ number }) => number === line.axis), own = line.goals.filter(({ code }) => !line.sublines.some(({ goals }) => goals.some((one) => one.code === code)));
  const at = plan.lines.indexOf(line), before = plan.lines[at - 1], next = plan.lines[at + 1];
  return {
    title: `${line.name}: línea ${line.number} del plan nacional`, section: '/planes', backLink: { href: '/planes/nacional', text: 'Plan nacional' }, description: line.about,
    main: html`<span class="govuk-caption-l">Eje ${line.axis}. ${axis?.name} · línea ${line.number}</span><h1 class="govuk-heading-l">${line.name}</h1><p class="govuk-body-l">${line.about}</p>
      ${own.map((goal) => goalPart(plan, goal, 'h2'))}${line.sublines.map((one) => sublinePart(plan, one))}
      ${pagination({ ...(before ? { previous: lineHref(before.number) } : {}), ...(next ? { next: lineHref(next.number) } : {}), info: `Línea ${line.number} de ${plan.lines.length}` })}`,
  };
}

const sublinePart = (plan: NationalPlan, { code, name, about, goals }: NationalSubline): Html => html`<h2 class="govuk-heading-m">${code}. ${name}</h2><p class="govuk-body">${about}</p>${goals.map((goal) => goalPart(plan, goal, 'h3'))}`;

function goalPart(plan: NationalPlan, goal: NationalGoal, level: 'h2' | 'h3'): Html {
  const { code, result, fidelity, note, responsible, coordinators } = goal, words = html`Meta ${code} ${fidelityTag(fidelity)}`;
  return html`<section id="meta-${code}">${level === 'h2' ? html`<h2 class="govuk-heading-m">${words}</h2>` : html`<h3 class="govuk-heading-s">${words}</h3>`}
    ${summaryList([
      { key: 'Resultado', value: result }, { key: 'Meta', value: goalText(goal) }, ...figureRow(goal),
      { key: 'Responsable', value: bodies(plan.acronyms, responsible) }, { key: 'Coordina', value: coordinators.length === 0 ? html`<span class="app-muted">El plan no nombra a nadie</span>` : bodies(plan.acronyms, coordinators) },
    ])}${note !== undefined && insetText(html`${fidelity === 'repaired' ? 'Qué se reparó. ' : fidelity === 'lost' ? 'Qué se perdió. ' : ''}${note}`)}</section>`;
}

const goalText = ({ goal, remains }: NationalGoal): Html => (remains.length === 0 ? html`${goal}` : html`${goal}.<br><span class="app-muted">Lo que se alcanza a leer: ${remains.map((part) => `«… ${part} …»`).join(' ')}</span>`);

const figures = new Intl.NumberFormat('es-BO');
const figureRow = ({ value, unit = '', population = '' }: NationalGoal): readonly { readonly key: string; readonly value: string }[] =>
  (value === undefined ? [] : [{ key: 'Cifra', value: unit === '%' ? `${figures.format(value)} % de: ${population}` : `${figures.format(value)} ${unit}` }]);

const bodies = (acronyms: readonly Acronym[], names: readonly string[]): Html => html`<ul class="govuk-list">${names.map((name) => {
  const meaning = acronyms.find(({ short }) => short === name)?.name;
  return html`<li>${toConfirm.test(name) ? fidelityTag('lost') : name}${meaning !== undefined && html` <span class="app-muted">(${meaning})</span>`}</li>`;
})}</ul>`;
