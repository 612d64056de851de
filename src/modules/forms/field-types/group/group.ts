import { button, fieldset, hiddenField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { empty, start, value, wrong, type FieldType } from '../../domain/field-type.ts';
import type { AnswerValue, Asked, Reading, RowRules, Shown } from '../../domain/types.ts';

/** Rows of the same few questions: partners, vehicles, products. What is in a row is read and checked by the fields of the row. */
export const group: FieldType = {
  name: 'group',
  purpose: 'Las mismas preguntas varias veces: socios, vehículos, productos.',
  stored: 'lista de respuestas, una por fila; en FEEL, lista de contextos',
  attributes: { fields: 'Campos de cada fila (sin otro group).', minRows: 'Mínimo de filas (0).', maxRows: 'Máximo de filas (20; hasta 100).', rowName: 'Cómo se llama una fila: «socio».' },
  secondsToFill: 10,
  prepare: (own) => {
    const max = own.get('maxRows')?.integer(1, 100) ?? 20;
    const rows: RowRules = { max, min: own.get('minRows')?.integer(0, max) ?? 0, rowName: own.get('rowName')?.text() ?? 'fila' };
    return {
      rows,
      read: () => empty,
      check: (it, asked) => checkCount(it, asked, rows),
      ask: ({ name }) => `Agregue ${name}.`,
      render: (shown) => render(shown, rows),
      say: () => [],
      schema: { type: 'array', minItems: rows.min, maxItems: rows.max },
    };
  },
};

function checkCount(it: unknown, { name }: Asked, { min, max, rowName }: RowRules): Reading {
  if (it === undefined || it === null || (Array.isArray(it) && it.length === 0)) return min === 0 ? empty : wrong('min', `${start(name)}: agregue al menos ${min} (${rowName}).`);
  if (!Array.isArray(it) || !it.every(isRow)) return wrong('invalid', `${start(name)} debe ser una lista. Agregue cada ${rowName} con su botón.`);
  if (it.length < min) return wrong('min', `${start(name)}: agregue ${min - it.length} más (${rowName}).`);
  if (it.length > max) return wrong('max', `${start(name)}: puede haber ${max} como máximo. Quite ${it.length - max}.`);
  return value(it);
}

const isRow = (it: unknown): it is { readonly [name: string]: AnswerValue } => typeof it === 'object' && it !== null && !Array.isArray(it);

function render(shown: Shown, { max, min, rowName }: RowRules): Html {
  const { path, rows = [], error } = shown;
  const oneRow = (body: Html, index: number): Html => fieldset({
    legend: `${start(rowName)} ${index + 1}`, legendSize: 's',
    body: html`${body}${rows.length > min && button({ text: 'Quitar', hiddenText: `${rowName} ${index + 1}`, kind: 'secondary', name: 'accion', value: `quitar:${path}:${index}` })}`,
  });
  const add = rows.length < max && html`<p>${button({ text: rows.length === 0 ? `Agregar ${rowName}` : `Agregar ${isFeminine(rowName) ? 'otra' : 'otro'} ${rowName}`, kind: 'secondary', name: 'accion', value: `agregar:${path}` })}</p>`;
  const problem = error && html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${error}</p>`;
  const body = html`<div id="${path}" tabindex="-1">${problem}${hiddenField(`${path}-filas`, rows.length)}${rows.map(oneRow)}${add}</div>`;
  return fieldset({ legend: shown.label, legendSize: shown.isHeading ? 'l' : 'm', isPageHeading: shown.isHeading, hint: shown.hint, id: `${path}-grupo`, body });
}

// By the end of its first word: «otra actividad», «otro socio», «otro programa».
const isFeminine = (name: string): boolean => /^\S*(?:[cs]ión|[dt]ad|tud|a|fase|clase|base)(?:\s|$)/.test(name) && !/^\S*(?:[eo]ma|grama|día|mapa)(?:\s|$)/.test(name);
