import { button, buttonGroup, errorSummary, postForm, textArea } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Board, FrameLine } from '../../domain/dashboard/frame.ts';
import type { EvaluatedGoal } from '../../domain/evaluation/evaluation.ts';
import { partMax, type TypedNarrative } from '../../domain/evaluation/read-narrative.ts';
import { evaluationHref, yearHref } from './addresses.ts';
import { evaluatedCells } from './figures.ts';

/** What the form of an evaluation shows. */
export type WriteShown = TypedNarrative & { readonly ctx: Context; readonly board: Board; readonly year: number; readonly entity: { readonly key: string; readonly name: string }; readonly goals: readonly EvaluatedGoal[]; readonly lines: readonly FrameLine[]; readonly revision: number };

/** The words of an entity's year: one box for what matters most, and one for each line of which there are figures. */
export function writePage({ ctx, board, year, entity, goals, lines, narrative, problems, revision }: WriteShown): PageContent {
  const error = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  const known = (line: FrameLine): string => goals.filter((goal) => goal.line === line.number).map((goal) => { const [name, computed, declared] = evaluatedCells(goal, board); return `Meta ${goal.code}, ${name}: computado ${computed}, declarado ${declared}.`; }).join(' ');
  return {
    title: `Escribir la evaluación ${year}`, section: '/plan', noIndex: true, hasErrors: problems.length > 0, backLink: { href: evaluationHref(year, entity.key), text: `Evaluación ${year}` },
    main: html`${errorSummary(problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Evaluación ${year}</h1>
      <p class="govuk-body">Las cifras ya están puestas: usted cuenta qué significan. Sólo se preguntan las líneas de las que hay cifras.</p>
      ${postForm({ csrf: ctx.csrf, action: `${yearHref(year, '/redaccion')}?revision=${revision}`, body: [
        textArea({ id: 'general', name: 'general', label: 'Lo más importante del año', labelSize: 'm', hint: `Qué se avanzó, qué no se pudo y por qué. Hasta ${new Intl.NumberFormat('es-BO').format(partMax)} letras.`, value: narrative.general ?? '', rows: 8, error: error('general') }),
        ...lines.map((line) => textArea({ id: `linea-${line.number}`, name: `linea-${line.number}`, label: `Línea ${line.number}. ${line.name}`, labelSize: 'm', hint: known(line) === '' ? undefined : known(line), value: narrative[`linea-${line.number}`] ?? '', rows: 5, error: error(`linea-${line.number}`) })),
        buttonGroup(button({ text: 'Guardar' })),
      ] })}`,
  };
}
