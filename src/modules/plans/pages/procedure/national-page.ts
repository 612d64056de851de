import { explainTerm, type TermComputation } from '#modules/calendars/index.ts';
import { howCounted } from '#modules/cases/index.ts';
import { sayDay, sayDayWithWeekday, sayInstant } from '#kernel/clock.ts';
import { button, errorSummary, dateField, details, postForm, summaryList, textField, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { NationalAct, NationalActKind } from '../../store/procedure/national-acts.ts';

/** The acts of the national calendar in words, in their order. */
export const nationalActNames = {
  national_plan: 'Aprobación del plan nacional', minimum_contents: 'Resolución de los contenidos mínimos', component: 'Habilitación del registro de planes',
} as const satisfies Record<NationalActKind, string>;

/** What was typed of an act, and what is wrong with it. */
export type TypedAct = { readonly day: Readonly<Record<'day' | 'month' | 'year', string>>; readonly reference: string; readonly source: string; readonly problems: Readonly<Partial<Record<'fecha' | 'referencia' | 'fuente', string>>> };

/** What the page of the national calendar shows. `terms` are counted from the acts that are known. */
export type NationalShown = { readonly ctx: Context; readonly acts: readonly NationalAct[]; readonly terms: readonly (readonly [title: string, term: TermComputation, unconfirmed: string | undefined])[]; readonly next: NationalActKind | undefined; readonly typed: TypedAct };

/** The acts from which the terms of every plan are counted, what they lead to, and the form for the next one. */
export const nationalPage = ({ ctx, acts, terms, next, typed }: NationalShown): PageContent => ({
  title: 'Calendario del plan nacional', section: '/plan', noIndex: true, hasErrors: Object.keys(typed.problems).length > 0, backLink: { href: '/plan/pige', text: 'Planes' },
  main: html`${errorSummary(Object.entries(typed.problems).map(([field, text]) => ({ href: `#${field}`, text })))}<h1 class="govuk-heading-l">Calendario del plan nacional</h1>
    <p class="govuk-body">Desde estos tres actos se cuentan los plazos de todos los planes (Plan de Implementación de Gobierno Electrónico 2025-2028, cap. 6.1). Los registra la AGETIC, una sola vez cada uno.</p>
    ${acts.length === 0 ? html`<p class="govuk-body">Todavía no se registró ninguno.</p>` : acts.map(actBlock)}
    ${terms.length > 0 && html`<h2 class="govuk-heading-m">Plazos que salen de ellos</h2>${terms.map(([title, term, unconfirmed]) => html`${summaryList([{ key: title, value: term.due === undefined ? '—' : `Hasta el ${sayDayWithWeekday(term.due)}` }])}${howCounted([...explainTerm(term), ...(unconfirmed === undefined ? [] : [`Por confirmar: ${unconfirmed}.`])])}`)}`}
    ${next !== undefined && actForm(ctx, next, typed)}`,
});

const actBlock = ({ kind, day, reference, source, registeredAt, registrar }: NationalAct): Html => html`<h2 class="govuk-heading-m">${nationalActNames[kind]}</h2>
  ${summaryList([{ key: 'Fecha', value: sayDay(day) }, { key: 'Norma o resolución', value: reference }, { key: 'Fuente', value: source }, { key: 'Registrado', value: `${sayInstant(registeredAt)}, por ${registrar}` }])}`;

const actForm = (ctx: Context, kind: NationalActKind, { day, reference, source, problems }: TypedAct): Html => html`<h2 class="govuk-heading-m">Registrar: ${nationalActNames[kind].toLowerCase()}</h2>${warningText('Se registra una vez y no se cambia: de esta fecha dependen los plazos de todas las entidades.')}${postForm({
  csrf: ctx.csrf, action: `/plan/pige/calendario-nacional/${kind}`, body: html`
    ${dateField({ id: 'fecha', name: 'fecha', label: 'Fecha del acto', labelSize: 's', hint: 'Por ejemplo, 5 1 2026.', ...day, error: problems.fecha })}
    ${textField({ id: 'referencia', name: 'referencia', label: 'Norma o resolución', hint: 'Clase, número y fecha, como dice el documento.', value: reference, error: problems.referencia })}
    ${textField({ id: 'fuente', name: 'fuente', label: 'Dónde se puede comprobar', hint: 'Por ejemplo, la Gaceta Oficial con su fecha, o una dirección de Internet.', value: source, error: problems.fuente })}${button({ text: 'Registrar' })}`,
})}${details({ summary: 'Si hay un error en un acto registrado', body: 'Los actos registrados no se borran, porque ya pudieron darse avisos con sus fechas. Escriba a quien administra el sistema.' })}`;
