import { sayDay, sayInstant, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { emptyState, linkButton, summaryList, timeline } from '#kernel/html/components.ts';
import { html, safeHref, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { programmeForm } from '../../content/ninety-days.ts';
import { textIn } from '../../domain/inventory/declared.ts';
import type { Programme } from '../../domain/ninety-days/programme.ts';
import { stateIn, stateNames, type Evidence, type Step } from '../../domain/ninety-days/step.ts';
import type { StepChange } from '../../store/ninety-days/steps.ts';
import { partHref, programmeHref } from './addresses.ts';
import { stepTag } from './step-words.ts';

/** What the page of a step shows. */
export type Shown = { readonly programme: Programme; readonly step: Step; readonly changes: readonly StepChange[]; readonly today: LocalDate; readonly mayWrite: boolean };

/** One of the ten steps: what it means, how it goes, with what it is shown, and how it came to be so. */
export const stepPage = ({ programme, step, changes, today, mayWrite }: Shown): PageContent => ({
  title: `Paso ${step.number}`, section: '/plan', noIndex: true, backLink: { href: programmeHref(programme.id), text: programme.name },
  main: html`<span class="govuk-caption-l">Paso ${step.number} de 10</span><h1 class="govuk-heading-l">${step.title}</h1>
    <p class="govuk-body">${step.does}</p>
    ${summaryList([
    { key: 'Cómo va', value: stepTag(step, today) }, { key: 'Qué entrega', value: step.deliverable }, { key: 'Responsable', value: step.responsible || 'Sin responsable' },
    { key: 'Fecha límite', value: sayDay(step.due) }, { key: 'Evidencias', value: evidenceList(step.evidence) }, ...(step.note === '' ? [] : [{ key: 'Avance', value: step.note }]),
  ])}
    ${mayWrite && linkButton({ href: programmeHref(programme.id, `/pasos/${step.number}/cambio`), text: 'Actualizar el paso' })}${whereItIsKept(programme, step, mayWrite)}
    <h2 class="govuk-heading-m">Historia</h2>
    ${changes.length === 0 ? emptyState({ title: 'Sin cambios todavía', body: 'Cada cambio queda aquí, con su fecha y quién lo hizo.' }) : timeline(changes.map(changed))}`,
});

const evidenceList = (evidence: readonly Evidence[]): Html => (evidence.length === 0 ? html`Ninguna todavía` : html`<ul class="govuk-list">${evidence.map(({ document, reference, link }) => html`
  <li>${link === '' ? document : html`<a class="govuk-link" href="${safeHref(link)}">${document}</a>`}${reference !== '' && html` <span class="app-muted">${reference}</span>`}</li>`)}</ul>`);

function whereItIsKept({ id }: Programme, { part, room, number }: Step, mayWrite: boolean): Html {
  const page = programmeForm.pages.find((one) => one.id === part);
  return html`<ul class="govuk-list">
    ${page !== undefined && html`<li><a class="govuk-link" href="${partHref(id, page.id, mayWrite)}">${page.title.es}</a></li>`}
    ${(number === 4 || number === 10) && html`<li><a class="govuk-link" href="${programmeHref(id, '/resultados')}">Objetivos y resultados clave</a></li>`}
    ${room !== undefined && html`<li><a class="govuk-link" href="${room.href}">${room.name}</a></li>`}
  </ul>`;
}

const changed = ({ answers, at, byName }: StepChange) => {
  const state = stateIn(answers), day = parseLocalDate(textIn(answers, 'plazo')), note = textIn(answers, 'nota');
  return { when: `${sayInstant(at)}, ${byName}`, title: stateNames[state], kind: state === 'hecho' ? 'done' as const : 'now' as const, body: html`<p class="govuk-body-s">${textIn(answers, 'responsable') || 'Sin responsable'}${day !== undefined && html` · hasta el ${sayDay(day)}`}${note !== '' && html`<br>${note}`}</p>` };
};
