import { sayDay } from '#kernel/clock.ts';
import { button, checkboxes, dateField, emptyState, errorSummary, postForm, table, tag, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { UfvForm, UfvProblem } from '../domain/ufv-form.ts';
import type { StoredUfv } from '../store/ufv.ts';
import { sayUfvValue } from './words.ts';

/** An empty form. */
export const emptyUfvForm: UfvForm = { day: '', month: '', year: '', value: '', source: '', confirmed: false };

/** Values of the UFV on record, and the form with which an administrator adds one. */
export function ufvPage(values: readonly StoredUfv[], form: UfvForm, problems: readonly UfvProblem[], csrf: Html): PageContent {
  const error = (field: UfvProblem['field']) => problems.find((problem) => problem.field === field)?.sentence;
  return {
    title: 'Valores de la UFV', hasErrors: problems.length > 0, noIndex: true, section: '/administracion/ufv',
    main: html`${errorSummary(problems.map(({ field, sentence }) => ({ href: `#${field}`, text: sentence })))}
      <h1 class="govuk-heading-l">Valores de la UFV</h1>
      <p class="govuk-body">Con estos valores se convierten los aranceles fijados en UFV. Cada orden de pago guarda el valor y el día con que se calculó: registrar otro no la cambia.</p>
      ${postForm({ csrf, action: '/administracion/ufv', body: html`
        ${dateField({ id: 'day', name: 'dia', label: 'Día', labelSize: 's', hint: 'Por ejemplo, 20 11 2026.', day: form.day, month: form.month, year: form.year, error: error('day') })}
        ${textField({ id: 'value', name: 'valor', label: 'Valor en bolivianos', labelSize: 's', hint: 'Con cinco decimales, como lo publica el Banco Central de Bolivia: 2,51234.', inputmode: 'decimal', width: 10, value: form.value, error: error('value') })}
        ${textField({ id: 'source', name: 'fuente', label: 'De dónde se tomó', labelSize: 's', hint: 'Por ejemplo, «Banco Central de Bolivia, bcb.gob.bo, consultado el 20-11-2026».', value: form.source, error: error('source'), maxLength: 200 })}
        ${error('confirmed') !== undefined && checkboxes({ id: 'confirmed', name: 'confirmado', label: 'Confirmación', labelSize: 's', error: error('confirmed'), options: [{ value: 'si', text: 'El valor es correcto' }] })}
        ${button({ text: 'Registrar el valor' })}` })}
      ${values.length > 0 ? valueTable(values) : emptyState({ title: 'No hay ningún valor registrado', body: 'Mientras falte, no se puede cobrar ningún arancel fijado en UFV.' })}`,
  };
}

const valueTable = (values: readonly StoredUfv[]): Html => table({
  caption: 'Valores registrados', cards: true, firstCellNames: true, head: ['Día', 'Bolivianos por UFV', 'Fuente'], numericColumns: [1],
  rows: values.map((value) => [sayDay(value.day), sayUfvValue(value), html`${value.isExample && html`${tag({ text: 'Ejemplo', colour: 'orange' })} `}${value.source}`]),
});
