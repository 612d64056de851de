import { bob, sayMoney } from '#kernel/money.ts';
import { button, details, emptyState, errorSummary, insetText, linkButton, postForm, statRow, table, textField, type StatNumber } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { missingIn, saysNothing, type Burden, type Total, type YearlyBurden } from '../domain/burden/burden.ts';
import { parameterKeys, type Parameters } from '../domain/burden/parameters.ts';
import type { Typed } from '../domain/burden/read-parameters.ts';
import { downloads } from './downloads.ts';
import { entryHref } from './inventory/addresses.ts';

/** What the page of the burden shows. */
export type Shown = {
  readonly ctx: Context; readonly entity: { readonly name: string }; readonly parameters: Parameters; readonly lines: readonly { readonly slug: string; readonly name: string; readonly burden: Burden }[];
  /** How many stand before these lines, and how many there are in all. */
  readonly from: number; readonly all: number; readonly year: YearlyBurden; readonly typed: Typed | undefined; readonly mayWrite: boolean;
};

const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 }), fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** What procedures cost in a year, with the figures that it is computed with. */
export function burdenPage(shown: Shown): PageContent {
  const { entity, all, typed, mayWrite } = shown;
  return {
    title: 'Carga de los trámites', section: '/plan', width: 'wide', noIndex: true, hasErrors: typed !== undefined, backLink: { href: '/plan/inventario', text: 'Inventario' },
    main: html`${errorSummary((typed?.problems ?? []).map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Carga de los trámites</h1>
      <p class="govuk-body">Lo que los trámites le cuestan a la gente y a la entidad en un año: tiempo, viajes, copias y aranceles, por las veces que se piden (modelo de costo estándar de la OCDE).</p>
      ${all === 0 ? html`${emptyState({ title: 'No hay nada que calcular', body: 'Primero anote los trámites de la entidad en el inventario.' })}${linkButton({ href: '/plan/inventario', text: 'Ir al inventario' })}` : html`${totals(shown)}${incomplete(shown)}${mayWrite && parametersForm(shown)}
        <h2 class="govuk-heading-m" id="tramites">Por trámite</h2>${linesTable(shown)}`}`,
  };
}

const totals = ({ year, all }: Shown): Html => statRow([
  stat(year.applicantMinor, all, 'al año, de la gente', (amount) => sayMoney(bob(amount))), stat(year.hours, all, 'horas en oficinas'), stat(year.visits, all, 'viajes a una oficina'),
  stat(year.copies, all, 'copias'), stat(year.entityHours, all, 'horas de la entidad'),
]);

// What no entry says is not known: a zero would say that it costs nothing.
const stat = ({ total, known }: Total, all: number, label: string, say: (total: number) => string = (it) => whole.format(it)): StatNumber =>
  (total === undefined ? { value: '—', label, note: 'No se sabe: ninguna ficha lo dice' } : { value: say(total), label, ...(known < all ? { note: `Con lo que dicen ${known} de ${all} fichas` } : {}) });

function incomplete({ year, parameters }: Shown): Html {
  const missing = missingIn(parameters);
  if (missing.length === 0 && year.withoutVolume === 0) return html``;
  return insetText(html`${missing.length > 0 && html`Faltan cifras, y lo que depende de ellas no se cuenta: ${missing.join(', ')}. `}${year.withoutVolume > 0 && (year.withoutVolume === 1 ? 'No se cuenta 1 trámite del que no se sabe el volumen.' : `No se cuentan ${year.withoutVolume} trámites de los que no se sabe el volumen.`)}`);
}

function parametersForm({ ctx, parameters, typed }: Shown): Html {
  const text = (name: string, otherwise: string): string => typed?.texts[name] ?? otherwise, problem = (name: string): string | undefined => typed?.problems.find(({ field }) => field === name)?.text;
  const form = postForm({ csrf: ctx.csrf, action: '/plan/carga', body: html`${parameterKeys.map((key) => parameters[key]).map(({ key, name, unit, amountMinor, source }) => html`
    ${textField({ id: `monto-${key}`, name: `monto-${key}`, label: name, hint: unit, value: text(`monto-${key}`, amountMinor === undefined ? '' : fineAmount(amountMinor)), width: 5, inputmode: 'decimal', error: problem(`monto-${key}`) })}
    ${textField({ id: `fuente-${key}`, name: `fuente-${key}`, label: html`De dónde sale<span class="govuk-visually-hidden">: ${name}</span>`, value: text(`fuente-${key}`, source), error: problem(`fuente-${key}`) })}`)}${button({ text: 'Calcular con estas cifras' })}` });
  return typed ? form : details({ summary: 'Cambiar las cifras', body: form });
}

const fineAmount = (amountMinor: number): string => (amountMinor / 100).toFixed(2).replace('.', ',');

function linesTable({ lines, from, all }: Shown): Html {
  const last = lines.at(-1), next = from + lines.length < all && last ? `/plan/carga?despues=${last.slug}#tramites` : undefined;
  return html`<p class="app-page-info">Del ${from + 1} al ${from + lines.length} de ${all}, primero los que más cuestan a la gente.</p>${table({
    caption: 'Carga por trámite', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1, 2, 3, 4], head: ['Trámite', 'Una solicitud', 'Veces al año', 'Al año, de la gente', 'Horas de la entidad al año'],
    rows: lines.map(({ slug, name, burden }) => [
      html`<a class="govuk-link" href="${entryHref(slug)}">${name}</a><br><span class="app-small app-muted">${parts(burden)}</span>`, saysNothing(burden) ? 'No se sabe' : sayMoney(bob(burden.applicantMinor)), burden.timesAYear === undefined ? 'No se sabe' : whole.format(burden.timesAYear),
      burden.timesAYear === undefined || saysNothing(burden) ? '—' : sayMoney(bob(burden.applicantMinor * burden.timesAYear)), burden.timesAYear === undefined || burden.entityHours === undefined ? '—' : whole.format(burden.entityHours * burden.timesAYear),
    ]),
  })}${(from > 0 || next) && html`<p class="govuk-body">${from > 0 && html`<a class="govuk-link" href="/plan/carga#tramites">Volver al comienzo</a>`}${from > 0 && next && ' · '}${next && html`<a class="govuk-link" href="${next}">Más trámites</a>`}</p>`}${downloads('/plan/carga/exportacion')}`;
}

function parts({ hours, visits, copies }: Burden): string {
  const said = [...(hours === undefined ? [] : [`${fine.format(hours)} horas en oficinas`]), ...(visits === undefined ? [] : [visits === 1 ? '1 viaje' : `${visits} viajes`]), ...(copies === undefined || copies === 0 ? [] : [copies === 1 ? '1 copia' : `${copies} copias`])];
  return said.length === 0 ? 'La ficha no dice cuánto tiempo ni cuántos viajes toma' : said.join(', ');
}
