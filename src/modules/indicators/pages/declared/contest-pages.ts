import { button, emptyState, errorSummary, hiddenField, insetText, pagination, postForm, radios, summaryList, table, tag, textArea, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { localDateOf, sayDay, sayInstant } from '#kernel/clock.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Measured } from '../../domain/dashboard/frame.ts';
import type { Contest, TypedWords } from '../../domain/declared/contest.ts';
import { sayFigure } from '../words.ts';

/** Address of the contested figures, of one of them, or of the form that contests one. */
export const contestsHref = '/plan/indicadores/impugnaciones';
const contestHref = (id: string): string => `/plan/indicadores/impugnacion/${id}`;

/** What the list of contested figures shows: the own computed figures too, where this person may contest them. */
export type ContestsShown = {
  readonly contests: readonly Contest[]; readonly next: string | undefined; readonly indicators: readonly Measured[]; readonly year: number;
  readonly own: readonly { readonly indicator: Measured; readonly value: number | null }[]; readonly mayWrite: boolean;
};

/** Figures that entities say are wrong, with what came of it. */
export const contestsPage = ({ contests, next, indicators, own, mayWrite, year }: ContestsShown): PageContent => ({
  title: 'Cifras impugnadas', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/indicadores', text: 'Indicadores declarados' },
  main: html`<h1 class="govuk-heading-l">Cifras impugnadas</h1><p class="govuk-body">Lo que el sistema cuenta no se corrige a mano. Si una cifra de su entidad está mal se impugna con un documento, y la AGETIC responde.</p>
    ${contests.length === 0 ? emptyState({ title: 'Nadie impugnó una cifra', body: 'Cuando una entidad diga que una cifra está mal, se verá aquí con la respuesta.' }) : table({
      caption: 'Cifras impugnadas', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [2], head: ['Meta', 'Entidad', 'Cifra', 'Impugnada el', 'Respuesta'],
      rows: contests.map((each) => [html`<a class="govuk-link" href="${contestHref(each.id)}">Meta ${each.indicator}, ${each.period}</a>`, each.entityName, sayFigure(indicators.find(({ code }) => code === each.indicator) ?? { unit: '' }, each.value), sayDay(localDateOf(each.contestedAt)), answerTag(each)]),
    })}${pagination({ next: next === undefined ? undefined : `${contestsHref}?antes=${next}` })}
    ${mayWrite && html`<h2 class="govuk-heading-m">Cifras de su entidad en ${year}</h2>${own.length === 0 ? emptyState({ title: 'Todavía no hay cifras', body: 'El sistema todavía no contó nada de su entidad para este año.' }) : table({
      caption: 'Cifras de su entidad', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1], head: ['Meta', 'Computado', ''],
      rows: own.map(({ indicator, value }) => [`Meta ${indicator.code}: ${indicator.name}`, sayFigure(indicator, value), html`<a class="govuk-link" href="${contestsHref}/nueva?meta=${indicator.code}&amp;gestion=${year}">Impugnar<span class="govuk-visually-hidden"> la cifra de la meta ${indicator.code}</span></a>`]),
    })}`}`,
});

const answerTag = ({ accepted }: Contest): Html => (accepted === null ? tag({ text: 'Sin respuesta', colour: 'blue' }) : accepted ? tag({ text: 'Le dieron la razón', colour: 'green' }) : tag({ text: 'Se mantiene', colour: 'grey' }));

/** The form that contests a figure of the own entity. */
export function contestFormPage(ctx: Context, indicator: Measured, year: string, value: number | null, { texts, problems }: TypedWords): PageContent {
  const error = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  return {
    title: `Impugnar la cifra de la meta ${indicator.code}`, section: '/plan', noIndex: true, hasErrors: problems.length > 0, backLink: { href: contestsHref, text: 'Cifras impugnadas' },
    main: html`${errorSummary(problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">Meta ${indicator.code}, ${year}</span><h1 class="govuk-heading-l">Impugnar una cifra</h1>
      ${insetText(html`${indicator.name}: el sistema contó <strong>${sayFigure(indicator, value)}</strong>. ${indicator.method}`)}
      ${postForm({ csrf: ctx.csrf, action: `${contestsHref}/nueva`, body: [
        hiddenField('meta', indicator.code), hiddenField('gestion', year), textArea({ id: 'motivo', name: 'motivo', label: '¿Qué está mal?', hint: 'Diga qué no se contó o se contó de más, y cuál sería la cifra correcta.', value: texts.motivo ?? '', rows: 6, error: error('motivo') }),
        textField({ id: 'respaldo', name: 'respaldo', label: 'Documento que lo demuestra', hint: 'Tipo, número y fecha. Por ejemplo: Informe técnico 45/2026.', value: texts.respaldo ?? '', error: error('respaldo') }), button({ text: 'Impugnar' }),
      ] })}`,
  };
}

/** A contested figure with its answer, or the form for one. */
export function contestPage(ctx: Context, contest: Contest, indicator: Measured, mayAnswer: boolean, { texts, problems }: TypedWords): PageContent {
  const error = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  return {
    title: `Cifra impugnada de la meta ${contest.indicator}`, section: '/plan', noIndex: true, hasErrors: problems.length > 0, backLink: { href: contestsHref, text: 'Cifras impugnadas' },
    main: html`${errorSummary(problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${contest.entityName}</span><h1 class="govuk-heading-l">Meta ${contest.indicator}, ${contest.period}</h1><p class="govuk-body">${answerTag(contest)}</p>
      ${summaryList([{ key: 'Indicador', value: indicator.name }, { key: 'Cifra impugnada', value: sayFigure(indicator, contest.value) }, { key: 'Qué está mal', value: contest.reason }, { key: 'Documento', value: contest.evidence }, { key: 'La impugnó', value: `${contest.contestedByName}, ${sayInstant(contest.contestedAt)}` }])}
      ${contest.answeredAt !== null && html`<h2 class="govuk-heading-m">Respuesta</h2>${summaryList([{ key: 'Resultado', value: contest.accepted ? 'La entidad tiene razón: se corrige lo que se cuenta, y la cifra se calcula de nuevo' : 'La cifra se mantiene' }, { key: 'Explicación', value: contest.answer }, { key: 'Respondió', value: `${contest.answeredByName}, ${sayInstant(contest.answeredAt)}` }])}`}
      ${mayAnswer && html`<h2 class="govuk-heading-m">Responder</h2>${postForm({ csrf: ctx.csrf, action: `${contestHref(contest.id)}/respuesta`, body: [
        radios({ id: 'resultado', name: 'resultado', label: '¿La entidad tiene razón?', value: texts.resultado, error: error('resultado'), options: [{ value: 'si', text: 'Sí', hint: 'Hay que corregir lo que se cuenta; la cifra no se escribe a mano.' }, { value: 'no', text: 'No', hint: 'La cifra se mantiene.' }] }),
        textArea({ id: 'respuesta', name: 'respuesta', label: 'Explicación', hint: 'Qué se revisó y qué se hará. La lee la entidad.', value: texts.respuesta ?? '', rows: 5, error: error('respuesta') }), button({ text: 'Responder' }),
      ] })}`}`,
  };
}
