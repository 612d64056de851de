import type { Answers } from '#modules/forms/index.ts';
import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { buttonGroup, emptyState, linkButton, summaryList, table, tag } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { examinationForm, partForms } from '../content/forms.ts';
import { sayAnswer } from '../content/say.ts';
import { isOpen, stageNames, type Examination, type Side } from '../domain/examination.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { findingsOf, rowsOf, textOf, type Part } from '../domain/parts.ts';
import { examinationHref, partHref, recommendationHref } from './addresses.ts';
import { requestsTable, type RequestLine } from './requests-table.ts';
import { evidenceList, exampleNote, exampleTag, sayDue, stateTag } from './words.ts';

/** What the page of an examination shows. */
export type Examined = {
  readonly examination: Examination; readonly side: Side; readonly examinedName: string; readonly examinerName: string; readonly requests: readonly RequestLine[]; readonly findings: readonly Part[]; readonly recommendations: readonly Standing[];
};

/** An examination whole: what it is, what was asked for, what was found aspect by aspect, and what is recommended. */
export function examinationPage(shown: Examined): PageContent {
  const { examination, examinedName, side } = shown, { answers, stage, example } = examination;
  return {
    title: titleOf(shown), section: '/control', noIndex: true, backLink: { href: '/control/examenes', text: 'Exámenes' },
    main: html`<span class="govuk-caption-l">${examinedName}</span><h1 class="govuk-heading-l">${titleOf(shown)}</h1>
      <p class="govuk-body">${tag({ text: stageNames[stage], colour: stage === 'notified' ? 'green' : 'grey' })}${exampleTag(example)}</p>${exampleNote(example)}
      ${buttons(shown)}${facts(shown)}
      ${side === 'examiner' && html`<h2 class="govuk-heading-m">Información que se pidió</h2>${requestsTable(shown.requests, isOpen(examination))}${adds(examination, 'pedido', 'Agregar un pedido')}`}
      <h2 class="govuk-heading-m">Hallazgos</h2>${adds(examination, 'hallazgo', 'Agregar un hallazgo')}${byAspect(shown)}
      <h2 class="govuk-heading-m">Recomendaciones</h2>${adds(examination, 'recomendacion', 'Agregar una recomendación')}${recommendationsTable(shown)}${criteria(answers)}`,
  };
}

const titleOf = ({ examination: { answers } }: Examined): string => `${sayAnswer(examinationForm, answers, 'tipo') || 'Examen'}${textOf(answers, 'informe_numero') && ` ${textOf(answers, 'informe_numero')}`}`;

const buttons = ({ examination, side }: Examined): Html => buttonGroup(
  side === 'examiner' && isOpen(examination) && linkButton({ href: examinationHref(examination.id, '/emision'), text: 'Emitir el informe' }),
  side === 'examiner' && examination.stage === 'issued' && linkButton({ href: examinationHref(examination.id, '/notificacion'), text: 'Notificar a la entidad' }),
  linkButton({ href: examinationHref(examination.id, '/resumen'), text: 'Ver el resumen ejecutivo', kind: 'secondary' }),
);

const adds = (examination: Examination, kind: string, text: string): Child => isOpen(examination) && html`<p class="govuk-body"><a class="govuk-link" href="${examinationHref(examination.id, `/partes/${kind}`)}">${text}</a></p>`;

function facts({ examination, examinerName, side }: Examined): Html {
  const { answers, id } = examination, issued = parseLocalDate(textOf(answers, 'fecha_emision'));
  const change = (page: string, what: string) => (side === 'examiner' && isOpen(examination) ? { action: { href: examinationHref(id, `/datos/${page}`), text: 'Cambiar', hiddenText: what } } : {});
  const unsaid = html`<span class="app-muted">Todavía no se dijo</span>`, or = (name: string): Child => textOf(answers, name) || unsaid;
  return summaryList([
    { key: 'Referencia', value: or('referencia'), ...change('datos', 'los datos') }, { key: 'Examina', value: textOf(answers, 'organo') || examinerName }, { key: 'Número de informe', value: or('informe_numero') },
    { key: 'Fecha de emisión', value: issued === undefined ? unsaid : sayDay(issued) }, { key: 'Objetivo', value: or('objetivo') }, { key: 'Objeto', value: or('objeto') },
    { key: 'Periodo', value: [textOf(answers, 'periodo_desde'), textOf(answers, 'periodo_hasta')].filter(Boolean).join(' a ') || unsaid },
    { key: 'Aspectos', value: html`<ul class="govuk-list">${rowsOf(answers, 'aspectos').map((row) => html`<li>${textOf(row, 'nombre')}</li>`)}</ul>`, ...change('aspectos', 'los aspectos') },
    { key: 'Criterios', value: rowsOf(answers, 'criterios').length === 0 ? unsaid : `${rowsOf(answers, 'criterios').length}, al final de esta página`, ...change('criterios', 'los criterios') },
    ...(textOf(answers, 'nota') === '' ? [] : [{ key: 'Nota nuestra', value: textOf(answers, 'nota') }]),
  ]);
}

function byAspect(shown: Examined): Html {
  const { findings, examination: { answers } } = shown, aspects = rowsOf(answers, 'aspectos'), names = aspects.map((row) => textOf(row, 'nombre'));
  if (findings.length === 0) return emptyState({ title: 'Todavía no hay hallazgos', body: 'Escriba lo que encontró, o convierta en hallazgo un resultado de las comprobaciones automáticas.' });
  const other = findings.filter(({ answers: { aspecto } }) => typeof aspecto !== 'string' || !names.includes(aspecto));
  return html`${aspects.map((row, place) => html`<h3 class="govuk-heading-s">${place + 1}. ${textOf(row, 'nombre')}</h3>${textOf(row, 'texto') && html`<p class="govuk-body app-muted">${textOf(row, 'texto')}</p>`}${list(shown, findings.filter((one) => one.answers.aspecto === textOf(row, 'nombre')))}`)}
    ${other.length > 0 && html`<h3 class="govuk-heading-s">Sin aspecto</h3>${list(shown, other)}`}`;
}

const list = (shown: Examined, findings: readonly Part[]): Html => (findings.length === 0 ? html`<p class="govuk-body app-muted">Sin hallazgos en este aspecto.</p>` : html`${findings.map((one) => findingBlock(shown, one))}`);

const kindColour = { deficiencia: 'red', constatacion: 'blue', fortaleza: 'green', limitacion: 'yellow' } as const;

function findingBlock({ examination, side, recommendations }: Examined, { id, code, answers }: Part): Html {
  const kind = (['deficiencia', 'constatacion', 'fortaleza', 'limitacion'] as const).find((one) => one === answers.tipo), evidences = evidenceList(answers);
  const answering = recommendations.filter((one) => findingsOf(one).includes(code));
  const rows = ([['Criterio', textOf(answers, 'criterio')], ['Causa', textOf(answers, 'causa')], ['Efecto', textOf(answers, 'efecto')], ['Riesgo', sayAnswer(partForms.finding, answers, 'riesgo')], ['Evidencias', evidences], ['Recomendación', answering.length > 0 && html`${answering.map((one, place) => html`${place > 0 && ', '}<a class="govuk-link" href="${recommendationHref(one.id)}">${one.code}</a>`)}`], ['Nota nuestra', textOf(answers, 'nota')]] as const).filter(([, value]) => Boolean(value));
  return html`<div class="app-task" id="${code}"><h4 class="govuk-heading-s">${code} ${kind && tag({ text: sayAnswer(partForms.finding, answers, 'tipo'), colour: kindColour[kind] })}</h4><p class="govuk-body">${textOf(answers, 'condicion')}</p>
    ${rows.length > 0 && summaryList(rows.map(([key, value]) => ({ key, value })))}
    ${side === 'examiner' && isOpen(examination) && html`<p class="govuk-body"><a class="govuk-link" href="${partHref(id)}">Cambiar<span class="govuk-visually-hidden"> el hallazgo ${code}</span></a></p>`}</div>`;
}

function recommendationsTable({ recommendations, examination }: Examined): Html {
  if (recommendations.length === 0) return emptyState({ title: 'Todavía no hay recomendaciones', body: 'Una recomendación puede responder a uno o varios hallazgos, o a ninguno.' });
  return table({ caption: 'Recomendaciones', captionHidden: true, cards: true, head: ['Código', 'Recomendación', 'Responde a', 'Estado', 'Para cuándo'], rows: recommendations.map((one) => [
    html`<a class="govuk-link" href="${examination.stage === 'open' ? partHref(one.id) : recommendationHref(one.id)}">${one.code}</a>`, textOf(one.answers, 'texto'), findingsOf(one).join(', ') || html`<span class="app-muted">Ningún hallazgo</span>`, stateTag(one.state), sayDue(one),
  ]) });
}

const criteria = (answers: Answers): Child => rowsOf(answers, 'criterios').length > 0 && html`<h2 class="govuk-heading-m">Criterios</h2>${table({ caption: 'Criterios', captionHidden: true, cards: true, head: ['Norma', 'Artículo', 'Qué exige'], rows: rowsOf(answers, 'criterios').map((row) => [textOf(row, 'norma'), textOf(row, 'articulo') || '—', textOf(row, 'texto') || '—']) })}`;
