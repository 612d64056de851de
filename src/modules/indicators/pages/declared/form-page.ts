import { button, dateField, errorSummary, insetText, postForm, hiddenField, select, textArea, textField } from '#kernel/html/components.ts';
import { boxesOf } from '#kernel/html/day-boxes.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Measured } from '../../domain/dashboard/frame.ts';
import { isShare, type Declaration } from '../../domain/declared/declaration.ts';
import type { Typed } from '../../domain/declared/read-declaration.ts';
import { sayPeriod, type Period } from '../../domain/period.ts';
import type { PlainFigure } from '../../store/dashboard/figures.ts';
import { modeMeanings, modeTag, sayFigure, sayPeriodKey } from '../words.ts';
import { declarationHref } from './addresses.ts';

const longNameMax = 110;

/** Asks which indicator and which period is declared. */
export function choicePage(indicators: readonly Measured[], periods: readonly Period[], asked: { readonly indicator: string | undefined; readonly period: string | undefined }): PageContent {
  const problems = asked.indicator === undefined && asked.period === undefined ? [] : [
    ...(indicators.some(({ code }) => code === asked.indicator) ? [] : [{ field: 'indicador', text: 'Elija el indicador que declara.' }]), ...(periods.some(({ key }) => key === asked.period) ? [] : [{ field: 'periodo', text: 'Elija el periodo que declara.' }]),
  ], problem = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  return {
    title: 'Declarar un indicador', section: '/plan', noIndex: true, hasErrors: problems.length > 0, backLink: { href: '/plan/indicadores', text: 'Indicadores declarados' },
    main: html`${errorSummary(problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<h1 class="govuk-heading-l">Declarar un indicador</h1>
      <p class="govuk-body">Sólo se declara lo que el sistema no cuenta por sí solo, o cuenta en parte.</p>
      <form method="get" action="/plan/indicadores/nueva" novalidate>${select({ id: 'indicador', name: 'indicador', label: 'Indicador', emptyText: 'Elija un indicador', value: asked.indicator, error: problem('indicador'), options: indicators.map(({ code, name }) => ({ value: code, text: `${code} ${name.length > longNameMax ? `${name.slice(0, longNameMax)}…` : name}` })) })}
        ${select({ id: 'periodo', name: 'periodo', label: 'Periodo', emptyText: 'Elija un periodo', value: asked.period, error: problem('periodo'), options: periods.map((period) => ({ value: period.key, text: sayPeriod(period) })) })}${button({ text: 'Continuar' })}</form>`,
  };
}

/** What the form of a declared figure shows. */
export type Formed = Pick<Typed, 'texts' | 'problems'> & { readonly indicator: Measured; readonly period: string; readonly declaration?: Declaration; readonly counted: PlainFigure | undefined };

/** The form of a declared figure: the number, for which day it is true, who signs, and what shows it. */
export function formPage(ctx: Context, formed: Formed): PageContent {
  const { indicator, period, declaration, problems } = formed;
  return {
    title: `Declarar la meta ${indicator.code}`, section: '/plan', noIndex: true, hasErrors: problems.length > 0, backLink: declaration ? { href: declarationHref(declaration.id), text: 'La declaración' } : { href: '/plan/indicadores/nueva', text: 'Elegir otro indicador' },
    main: html`${errorSummary(problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">Meta ${indicator.code}, ${sayPeriodKey(period)}</span><h1 class="govuk-heading-l">${indicator.name}</h1>
      <p class="govuk-body">${modeTag(indicator.mode)} ${indicator.mode === 'computed' ? '' : modeMeanings[indicator.mode]}. ${indicator.method}</p>
      ${formed.counted && insetText(html`El sistema contó <strong>${sayFigure(indicator, formed.counted.value)}</strong> para este periodo. Si declara otra cosa, se mostrarán las dos cifras, una al lado de la otra.`)}
      ${postForm({ csrf: ctx.csrf, action: declaration ? `${declarationHref(declaration.id, '/edicion')}?revision=${declaration.revision}` : '/plan/indicadores/nueva', body: [!declaration && html`${hiddenField('indicador', indicator.code)}${hiddenField('periodo', period)}`, fields(formed), button({ text: 'Guardar el borrador' })] })}`,
  };
}

function fields({ indicator, declaration, texts, problems }: Formed): readonly Html[] {
  const was = saidIn(declaration), text = (name: string): string => texts[name] ?? was[name] ?? '', error = (name: string): string | undefined => problems.find(({ field }) => field === name)?.text;
  const day = (name: string) => ({ day: text(`${name}-day`), month: text(`${name}-month`), year: text(`${name}-year`) }), line = (id: string, label: string, hint: string) => textField({ id, name: id, label, hint, value: text(id), error: error(id) });
  const number = (id: string, label: string, hint: string) => textField({ id, name: id, label, hint, value: text(id), error: error(id), width: 10, inputmode: 'decimal' });
  return [
    ...(isShare(indicator) ? [number('num', 'Cuántos cumplen', 'Por ejemplo, 12.'), number('den', 'De cuántos', 'Por ejemplo, 40. Si no hay ninguno escriba 0: el indicador queda sin base.')] : [number('num', 'Valor', indicator.unit === 'existencia' ? 'Escriba 1 si existe y 0 si no existe.' : 'Por ejemplo, 2.')]),
    dateField({ id: 'efectiva', name: 'efectiva', label: '¿A qué día corresponde el dato?', hint: 'El día en que era cierto, no el día en que lo escribe. Por ejemplo, 31 10 2026.', ...day('efectiva'), error: error('efectiva') }),
    line('firmante', '¿Quién firma?', 'Nombre y cargo.'), line('respaldo', 'Documento que lo demuestra', 'Tipo, número y fecha. Por ejemplo: Informe técnico 123/2026.'), line('enlace', 'Dirección donde está publicado (opcional)', 'Empieza con https://.'),
    dateField({ id: 'vence', name: 'vence', label: '¿Hasta cuándo vale el documento? (opcional)', hint: 'Si no vence, deje las casillas vacías.', ...day('vence'), error: error('vence') }),
    textArea({ id: 'nota', name: 'nota', label: 'Explicación (opcional)', hint: 'Cómo se obtuvo el dato, o qué no incluye.', value: text('nota'), rows: 4, error: error('nota') }),
  ];
}

function saidIn(declaration: Declaration | undefined): Readonly<Record<string, string>> {
  if (!declaration) return {};
  const day = (name: string, of: Declaration['expiresOn']): Record<string, string> => (of === null ? {} : Object.fromEntries(Object.entries(boxesOf(of)).map(([part, text]) => [`${name}-${part}`, text])));
  const plain = (number: number | null): string => (number === null ? '' : String(number).replace('.', ','));
  return { num: plain(declaration.num), den: plain(declaration.den), firmante: declaration.signatory, respaldo: declaration.evidence, enlace: declaration.link, nota: declaration.note, ...day('efectiva', declaration.effectiveOn), ...day('vence', declaration.expiresOn) };
}
