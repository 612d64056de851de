import { bob, sayMoney } from '#kernel/money.ts';
import { button, details, emptyState, errorSummary, insetText, postForm, statRow, table, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { missingIn, type Burden, type YearlyBurden } from '../domain/burden/burden.ts';
import { parameterKeys, type Parameters } from '../domain/burden/parameters.ts';
import type { Typed } from '../domain/burden/read-parameters.ts';
import { entryHref } from './inventory/addresses.ts';

/** What the page of the burden shows. */
export type Shown = {
  readonly ctx: Context; readonly entity: { readonly name: string }; readonly parameters: Parameters; readonly lines: readonly { readonly slug: string; readonly name: string; readonly burden: Burden }[];
  readonly year: YearlyBurden; readonly typed: Typed | undefined; readonly mayWrite: boolean;
};

const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 }), fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });
const linesMax = 200;

/** What procedures cost in a year, with the figures that it is computed with. */
export function burdenPage(shown: Shown): PageContent {
  const { entity, lines, typed, mayWrite } = shown;
  return {
    title: 'Carga de los trámites', section: '/plan', width: 'wide', noIndex: true, hasErrors: typed !== undefined, backLink: { href: '/plan/inventario', text: 'Inventario' },
    main: html`${errorSummary((typed?.problems ?? []).map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Carga de los trámites</h1>
      <p class="govuk-body">Lo que los trámites le cuestan a la gente y a la entidad en un año: tiempo, viajes, copias y aranceles, por las veces que se piden (modelo de costo estándar de la OCDE).</p>
      ${lines.length === 0 ? emptyState({ title: 'No hay nada que calcular', body: 'Primero anote los trámites de la entidad en el inventario.' }) : html`${totals(shown)}${incomplete(shown)}${mayWrite && parametersForm(shown)}
        <h2 class="govuk-heading-m">Por trámite</h2>${linesTable(shown)}`}`,
  };
}

const totals = ({ year }: Shown): Html => statRow([
  { value: sayMoney(bob(year.applicantMinor)), label: 'al año, de la gente' }, { value: whole.format(year.hours), label: 'horas en oficinas' }, { value: whole.format(year.visits), label: 'viajes a una oficina' },
  { value: whole.format(year.copies), label: 'copias' }, { value: whole.format(year.entityHours), label: 'horas de la entidad' },
]);

function incomplete({ year, parameters }: Shown): Html {
  const missing = missingIn(parameters);
  if (missing.length === 0 && year.withoutVolume === 0) return html``;
  return insetText(html`${missing.length > 0 && html`Faltan cifras, y lo que depende de ellas no se cuenta: ${missing.join(', ')}. `}${year.withoutVolume > 0 && html`No se cuentan ${year.withoutVolume} trámites de los que no se sabe el volumen.`}`);
}

function parametersForm({ ctx, parameters, typed }: Shown): Html {
  const text = (name: string, otherwise: string): string => typed?.texts[name] ?? otherwise, problem = (name: string): string | undefined => typed?.problems.find(({ field }) => field === name)?.text;
  const form = postForm({ csrf: ctx.csrf, action: '/plan/carga', body: html`${parameterKeys.map((key) => parameters[key]).map(({ key, name, unit, amountMinor, source }) => html`
    ${textField({ id: `monto-${key}`, name: `monto-${key}`, label: name, hint: unit, value: text(`monto-${key}`, amountMinor === undefined ? '' : fineAmount(amountMinor)), width: 5, inputmode: 'decimal', error: problem(`monto-${key}`) })}
    ${textField({ id: `fuente-${key}`, name: `fuente-${key}`, label: html`De dónde sale<span class="govuk-visually-hidden">: ${name}</span>`, value: text(`fuente-${key}`, source), error: problem(`fuente-${key}`) })}`)}${button({ text: 'Calcular con estas cifras' })}` });
  return typed ? form : details({ summary: 'Cambiar las cifras', body: form });
}

const fineAmount = (amountMinor: number): string => (amountMinor / 100).toFixed(2).replace('.', ',');

const linesTable = ({ lines }: Shown): Html => html`${table({
  caption: 'Carga por trámite', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1, 2, 3, 4], head: ['Trámite', 'Una solicitud', 'Veces al año', 'Al año, de la gente', 'Horas de la entidad al año'],
  rows: lines.slice(0, linesMax).map(({ slug, name, burden }) => [
    html`<a class="govuk-link" href="${entryHref(slug)}">${name}</a><br><span class="app-small app-muted">${parts(burden)}</span>`, sayMoney(bob(burden.applicantMinor)), burden.timesAYear === undefined ? 'No se sabe' : whole.format(burden.timesAYear),
    burden.timesAYear === undefined ? '—' : sayMoney(bob(burden.applicantMinor * burden.timesAYear)), burden.timesAYear === undefined || burden.entityHours === undefined ? '—' : whole.format(burden.entityHours * burden.timesAYear),
  ]),
})}${lines.length > linesMax && html`<p class="govuk-body">Se muestran los ${linesMax} que más pesan, de ${lines.length}.</p>`}`;

function parts({ hours, visits, copies }: Burden): string {
  const said = [...(hours === undefined ? [] : [`${fine.format(hours)} horas en oficinas`]), ...(visits === undefined ? [] : [visits === 1 ? '1 viaje' : `${visits} viajes`]), ...(copies === 0 ? [] : [copies === 1 ? '1 copia' : `${copies} copias`])];
  return said.length === 0 ? 'La ficha no dice cuánto tiempo ni cuántos viajes toma' : said.join(', ');
}
