import { details, insetText, statRow, summaryList, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Acronym, NationalAxis, NationalLine, NationalNorm, NationalPlan } from '../../domain/national/national-plan.ts';
import { fidelityTag, goalWords, lineHref } from './goal-parts.ts';

/** The national plan as anybody may read it: axes, lines and goals, with what its copy lost. */
export function framePage(plan: NationalPlan): PageContent {
  const lost = plan.goals.filter(({ fidelity }) => fidelity === 'lost'), repaired = plan.goals.filter(({ fidelity }) => fidelity === 'repaired');
  return {
    title: 'Plan nacional de gobierno electrónico', section: '/planes', width: 'wide', backLink: { href: '/planes', text: 'Planes' },
    description: `Los ejes, líneas y metas del plan nacional de gobierno electrónico ${plan.fromYear}-${plan.toYear}, con sus responsables.`,
    main: html`<span class="govuk-caption-l">${plan.fromYear}-${plan.toYear}</span><h1 class="govuk-heading-l">Plan nacional de gobierno electrónico</h1>
      <p class="govuk-body">Lo que el Estado se propuso hasta ${plan.toYear} para atender mejor por medios digitales. Lo preparó la ${plan.preparedBy} y lo revisó el ${plan.reviewedBy}.</p>
      ${statRow([{ value: plan.axes.length, label: 'ejes' }, { value: plan.lines.length, label: 'líneas' }, { value: plan.goals.length, label: 'metas' }, { value: lost.length, label: 'metas por confirmar' }])}
      ${insetText(html`Las metas están como las escribe el plan («${plan.title}», capítulo V, cuadro 3). La copia que se pudo leer tiene partes dañadas: ${repaired.length} metas se repararon y ${lost.length} no se leen enteras. Cada una está marcada y dice qué le pasó. Las explicaciones de ejes y líneas son nuestras.`)}
      ${plan.axes.map(axisPart)}
      <h2 class="govuk-heading-m">Cuándo</h2><p class="govuk-body">${fidelityTag('lost')} El plan reparte las líneas entre ${plan.fromYear} y ${plan.toYear} en un cuadro (capítulo VII) cuyas barras no se conservan en la copia. No se sabe qué línea va en qué año, así que no se dice.</p>
      ${details({ summary: 'Normas en que se apoya', body: normsList(plan.norms) })}${details({ summary: 'Siglas', body: acronymsList(plan.acronyms) })}`,
  };
}

const axisPart = ({ number, name, about, lines }: NationalAxis): Html => html`<h2 class="govuk-heading-m">Eje ${number}. ${name}</h2><p class="govuk-body">${about}</p>
  ${table({ caption: `Metas del eje ${number}`, captionHidden: true, cards: true, firstCellNames: true, head: ['Línea', 'Metas hasta 2028'], rows: lines.map((line) => [lineCell(line), html`<ul class="govuk-list">${line.goals.map((goal) => html`<li>${goalWords(goal)}</li>`)}</ul>`]) })}`;

const lineCell = ({ number, name, about }: NationalLine): Html => html`<a class="govuk-link" href="${lineHref(number)}">${number}. ${name}</a><br><span class="app-small app-muted">${about}</span>`;

const normsList = (norms: readonly NationalNorm[]): Html => html`<ul class="govuk-list govuk-list--bullet">${norms.map(({ name, fidelity, note }) => html`<li>${name}${fidelity !== 'literal' && html` ${fidelityTag(fidelity)} ${note}`}</li>`)}</ul>`;

const acronymsList = (acronyms: readonly Acronym[]): Html => html`${summaryList(acronyms.map(({ short, name, inSource }) => ({ key: short, value: inSource ? name : html`${name} <span class="app-muted">(el plan usa la sigla sin decir qué significa)</span>` })))}`;
