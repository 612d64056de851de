import { formatLinks, textFormats } from '#modules/office/index.ts';
import { chartFigure, progressBar } from '#kernel/charts/index.ts';
import { sayDay } from '#kernel/clock.ts';
import { linkButton, statRow, table, taskList, type StatNumber } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { programmeForm } from '../../content/ninety-days.ts';
import { callsOf, standingOf, type Programme, type Whole } from '../../domain/ninety-days/programme.ts';
import { programmeDays } from '../../domain/ninety-days/step.ts';
import { actionChart } from './action-chart.ts';
import { callHref, partHref, programmeHref } from './addresses.ts';
import { sayCall, stepTag } from './step-words.ts';

/** A programme: where it stands, what is late and who answers for it, its ten steps, and its parts. */
export function programmePage(whole: Whole, mayWrite: boolean): PageContent {
  const { programme, entity, steps, today } = whole, { id } = programme, standing = standingOf(programme.start, steps, today);
  return {
    title: programme.name, section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/noventa-dias', text: 'Programa de 90 días' },
    main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">${programme.name}</h1>
      <p class="govuk-body">Del ${sayDay(programme.start)} al ${sayDay(standing.lastDay)}.</p>
      ${statRow([{ value: `${standing.done} de ${steps.length}`, label: 'pasos terminados' }, dayNumber(standing.day), { value: String(standing.expected), label: 'pasos debían estar terminados' }])}
      <p class="govuk-body">${progressBar({ percent: standing.done * 10, mark: standing.expected * 10, label: 'Avance' })} <span class="app-small">${standing.done * 10} % terminado; por las fechas, debía ser ${standing.expected * 10} %.</span></p>
      ${callsPanel(whole, mayWrite)}
      <h2 class="govuk-heading-m">Los diez pasos</h2>
      ${taskList(steps.map((step) => ({ title: `${step.number}. ${step.title}`, href: programmeHref(id, `/pasos/${step.number}`), hint: html`${step.responsible || 'Sin responsable'} · hasta el ${sayDay(step.due)}`, status: stepTag(step, today) })))}
      ${activities(whole)}${parts(programme, mayWrite)}
      <h2 class="govuk-heading-m">El documento</h2>
      <p class="govuk-body"><a class="govuk-link" href="${programmeHref(id, '/documento')}">Leer el programa completo</a>, con el plan de acción dibujado en el tiempo.</p>${formatLinks(programmeHref(id, '/documento'), textFormats)}`,
  };
}

function dayNumber(day: number): StatNumber {
  if (day < 1) return { value: String(1 - day), label: day === 0 ? 'día para empezar' : 'días para empezar' };
  return day > programmeDays ? { value: String(day - programmeDays), label: 'días después de los 90' } : { value: `Día ${day}`, label: `de ${programmeDays}` };
}

function callsPanel({ programme, steps, results, today }: Whole, mayWrite: boolean): Html {
  const calls = callsOf(programme, steps, results, today);
  if (calls.length === 0) return html`<p class="govuk-body">Nada está atrasado.</p>`;
  return html`<h2 class="govuk-heading-m" id="pendientes">Lo que requiere atención</h2>${table({
    caption: 'Lo que requiere atención', captionHidden: true, cards: true, firstCellNames: true, head: ['Qué', 'Responsable', 'Por qué'],
    rows: calls.slice(0, callsMax).map((call) => [html`<a class="govuk-link" href="${callHref(programme.id, call, mayWrite)}">${call.what}</a>`, call.who || 'Sin responsable', sayCall(call, today)]),
  })}${calls.length > callsMax && html`<p class="govuk-body">Se muestran los ${callsMax} más atrasados de ${calls.length}; el documento los trae todos.</p>`}`;
}

const callsMax = 8;

function activities(whole: Whole): Html | undefined {
  const chart = actionChart(whole);
  return chart && html`<h2 class="govuk-heading-m">El plan de acción</h2>${chartFigure(chart)}`;
}

const parts = ({ id }: Programme, mayWrite: boolean): Html => html`<h2 class="govuk-heading-m">Las partes del programa</h2>
  <ul class="govuk-list">
    ${programmeForm.pages.map((page) => html`<li><a class="govuk-link" href="${partHref(id, page.id, mayWrite)}">${page.title.es}</a></li>`)}
  </ul>${linkButton({ href: programmeHref(id, '/resultados'), text: 'Objetivos y resultados clave', kind: 'secondary' })}`;
