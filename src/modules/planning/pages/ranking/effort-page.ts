import { button, errorSummary, insetText, postForm, textArea, textField } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Effort } from '../../domain/ranking/effort.ts';

/** What the page that corrects an effort shows. */
export type Shown = {
  readonly ctx: Context; readonly entry: { readonly name: string }; readonly effort: Effort; readonly points: string; readonly reason: string;
  readonly problems: readonly { readonly field: string; readonly text: string }[];
};

/** Asks how hard a procedure is to digitise, beside what was computed from its entry. */
export function effortPage({ ctx, entry, effort, points, reason, problems }: Shown): PageContent {
  const problem = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  return {
    title: 'Corregir el esfuerzo', section: '/plan', noIndex: true, hasErrors: problems.length > 0, backLink: { href: '/plan/priorizacion', text: 'Priorización' },
    main: html`${errorSummary(problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${entry.name}</span><h1 class="govuk-heading-l">Corregir el esfuerzo</h1>
      ${insetText(html`Calculado con la ficha: <strong>${effort.points} de 100</strong>${effort.because.length > 0 && html`, porque ${effort.because.join('; ')}`}.`)}
      ${postForm({ csrf: ctx.csrf, body: html`
        ${textField({ id: 'puntos', name: 'puntos', label: 'Esfuerzo', hint: 'De 0, que no cuesta nada, a 100. Déjelo vacío para volver al calculado.', value: points, width: 3, inputmode: 'numeric', error: problem('puntos') })}
        ${textArea({ id: 'motivo', name: 'motivo', label: 'Por qué', hint: 'Lo que la ficha no dice: un sistema que ya se está construyendo, una norma en camino, falta de personal.', value: reason, rows: 3, error: problem('motivo') })}
        ${button({ text: 'Guardar' })}` })}`,
  };
}
