import { formatLinks, sheetFormats, textFormats } from '#modules/office/index.ts';
import { button, details, emptyState, errorSummary, hiddenField, insetText, linkButton, postForm, table, textArea, timeline } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { sayDay, sayInstant } from '#kernel/clock.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Board, FrameLine } from '../../domain/dashboard/frame.ts';
import { evaluationNames, type EvaluatedGoal, type Evaluation, type EvaluationState, type EvaluationStep } from '../../domain/evaluation/evaluation.ts';
import type { EvaluationStepTaken } from '../../store/evaluation/evaluations.ts';
import type { Round } from '../../store/evaluation/rounds.ts';
import { goalHref } from '../dashboard/parts.ts';
import { evaluationHref, yearHref } from './addresses.ts';
import { evaluatedCells } from './figures.ts';
import { evaluationTag } from './parts.ts';

/** What the page of an entity's evaluation shows. */
export type EvaluationShown = {
  readonly ctx: Context; readonly board: Board; readonly round: Round; readonly entity: { readonly key: string; readonly name: string }; readonly kept: Evaluation | undefined; readonly state: EvaluationState;
  readonly goals: readonly EvaluatedGoal[]; readonly steps: readonly EvaluationStepTaken[]; readonly may: readonly EvaluationStep[]; readonly ofAll: boolean;
  readonly problems: readonly { readonly field: string; readonly text: string }[];
};

/** What an entity says of its year: figures by line with their words, what may be done, and what was done. */
export function evaluationPage(shown: EvaluationShown): PageContent {
  const { round, entity, state, kept, board, goals, problems } = shown, observed = shown.steps.find(({ step }) => step === 'observe');
  return {
    title: `Evaluación ${round.year}: ${entity.name}`, section: '/plan', width: 'wide', noIndex: true, hasErrors: problems.length > 0, backLink: shown.ofAll ? { href: yearHref(round.year), text: `Evaluación ${round.year}` } : { href: '/plan/evaluacion', text: 'Evaluaciones' },
    main: html`${errorSummary(problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Evaluación ${round.year}</h1>
      <p class="govuk-body">${evaluationTag(state)} Se entrega hasta el ${sayDay(round.due)}.</p>${state === 'observed' && observed && insetText(html`<strong>Observación de la AGETIC:</strong> ${observed.reason}`)}
      ${acts(shown)}<h2 class="govuk-heading-m">Lo más importante del año</h2>${words(kept?.narrative.general)}
      ${board.frame.lines.map((line) => linePart(line, shown))}${goals.length === 0 && emptyState({ title: `No hay cifras de ${round.year}`, body: 'Nada se contó ni se declaró de esta entidad para ese año.' })}
      ${shown.steps.length > 0 && html`<h2 class="govuk-heading-m">Qué pasó con ella</h2>${timeline(shown.steps.map(({ step, state: led, reason, at, byName }) => ({ when: html`${sayInstant(at)}, ${byName}`, title: stepWords[step] ?? evaluationNames[led], ...(reason === '' ? {} : { body: html`<p class="govuk-body">${reason}</p>` }) })))}`}
      ${details({ summary: 'Descargar el informe', body: html`${formatLinks(evaluationHref(round.year, entity.key, '/informe'), [...textFormats, ...sheetFormats, { key: 'json', name: 'JSON', mediaType: 'application/json', use: 'para otros programas' }])}` })}`,
  };
}

const stepWords: Readonly<Record<string, string>> = { write: 'Se escribió', send: 'Se envió', observe: 'Se observó', accept: 'Se aceptó' };

const words = (text: string | undefined): Html => (text === undefined ? html`<p class="govuk-body app-muted">Todavía no se escribió.</p>` : html`${text.split(/\n+/).map((part) => html`<p class="govuk-body">${part}</p>`)}`);

function linePart(line: FrameLine, { goals, kept, board }: EvaluationShown): Html {
  const own = goals.filter((each) => each.line === line.number), text = kept?.narrative[`linea-${line.number}`];
  if (own.length === 0 && text === undefined) return html``;
  return html`<h2 class="govuk-heading-m">Línea ${line.number}. ${line.name}</h2>${text !== undefined && words(text)}${own.length > 0 && table({
    caption: `Línea ${line.number}`, captionHidden: true, cards: true, firstCellNames: true, numericColumns: [2, 3, 4], head: ['Meta', 'Qué se mide', 'Computado', 'Declarado', 'Diferencia', 'Respaldo'],
    rows: own.map((goal) => { const [name, ...rest] = evaluatedCells(goal, board); return [html`<a class="govuk-link app-nowrap" href="${goalHref(goal.code)}">Meta ${goal.code}</a>`, name, ...rest]; }),
  })}`;
}

function acts({ ctx, round, entity, may, kept, problems }: EvaluationShown): Html {
  const href = evaluationHref(round.year, entity.key, '/paso'), revision = kept?.revision ?? 0, reasonProblem = problems.find(({ field }) => field === 'motivo')?.text;
  return html`${may.includes('write') && html`<p class="govuk-body">${linkButton({ href: yearHref(round.year, '/redaccion'), text: kept ? 'Seguir escribiendo' : 'Empezar a escribir', kind: may.includes('send') ? 'secondary' : 'primary' })}</p>`}
    ${may.includes('send') && postForm({ csrf: ctx.csrf, action: `${href}?revision=${revision}`, body: [hiddenField('paso', 'send'), button({ text: 'Enviar a la AGETIC' })] })}
    ${may.includes('accept') && postForm({ csrf: ctx.csrf, action: `${href}?revision=${revision}`, body: [hiddenField('paso', 'accept'), button({ text: 'Aceptar la evaluación' })] })}
    ${may.includes('observe') && postForm({ csrf: ctx.csrf, action: `${href}?revision=${revision}`, body: [hiddenField('paso', 'observe'), textArea({ id: 'motivo', name: 'motivo', label: 'Qué hay que corregir', hint: 'Lo leerá la entidad.', rows: 4, error: reasonProblem }), button({ text: 'Observar', kind: 'secondary' })] })}`;
}
