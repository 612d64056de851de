import { fieldset, textField } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { drawn, empty, start, typed, value, wrong, type FieldType } from '../../domain/field-type.ts';
import type { AnswerValue, Asked, Posted, Reading, Shown } from '../../domain/types.ts';

/**
 * An identity card (cédula de identidad): a number of 4 to 10 digits, and a complement (a digit and a letter) only where the SEGIP gave
 * one to tell two people apart. The place of issue that old cards carry («LP») is no part of the number and is left out.
 */
export const ci: FieldType = {
  name: 'ci',
  purpose: 'Una cédula de identidad: número y, si lo tiene, complemento.',
  stored: '{numero, complemento?}',
  attributes: {},
  secondsToFill: 15,
  prepare: () => ({
    check,
    read: readCard,
    ask: ({ name }) => `Escriba ${name}, por ejemplo 1234567.`,
    render,
    say: (it) => [sayCard(it)],
    schema: {
      type: 'object', required: ['numero'], additionalProperties: false,
      properties: { numero: { type: 'string', pattern: numberForm.source }, complemento: { type: 'string', pattern: complementForm.source } },
    },
    parts: ['-numero', '-complemento'],
  }),
};

const numberForm = /^[0-9]{4,10}$/;
const complementForm = /^[0-9][A-Z]$/;
const issuedAt = /\s*(LP|CB|SC|OR|PT|CH|TJ|BE|BN|PD|PA)\.?$/i;

function readCard(posted: Posted, asked: Asked): Reading {
  const written = posted.text('numero').toUpperCase().replace(issuedAt, '').replace(/[\s.]/g, '');
  const [numero = '', inNumber] = written.split('-', 2);
  const complemento = posted.text('complemento').toUpperCase().replace(/\s/g, '') || inNumber;
  if (numero === '' && !complemento) return empty;
  return check(complemento ? { numero, complemento } : { numero }, asked);
}

function check(it: unknown, { name }: Asked): Reading {
  if (it === undefined || it === null || it === '') return empty;
  const { numero, complemento } = toCard(it);
  if (typeof numero !== 'string' || !numberForm.test(numero)) return wrong('invalid', `${start(name)} debe tener entre 4 y 10 cifras. Escriba solo el número, por ejemplo 1234567.`);
  if (complemento === undefined || complemento === null || complemento === '') return value({ numero });
  if (typeof complemento === 'string' && complementForm.test(complemento)) return value({ numero, complemento });
  return wrong('invalid', `El complemento de ${name} es una cifra y una letra, por ejemplo 1A. Si su cédula no lo tiene, deje la casilla vacía.`);
}

/** A card written in one text, as Ciudadanía Digital does («1234567-1A»), is read too. */
function toCard(it: unknown): { readonly numero?: unknown; readonly complemento?: unknown } {
  if (typeof it === 'string') { const [numero, complemento] = it.split('-', 2); return { numero, complemento }; }
  return typeof it === 'object' && it !== null && !Array.isArray(it) ? it : {};
}

function sayCard(it: AnswerValue): string {
  const { numero, complemento } = toCard(it);
  return typeof complemento === 'string' ? `${String(numero)}-${complemento}` : String(numero ?? '');
}

function render(shown: Shown) {
  const { path, entered, value: card } = shown;
  const { numero, complemento } = toCard(card);
  const look = drawn(shown);
  const boxes = html`${textField({
    id: path, name: `${path}-numero`, label: 'Número', error: shown.error, inputmode: 'text', width: 20, spellcheck: false, maxLength: 20,
    value: typed(entered, `${path}-numero`, typeof numero === 'string' ? numero : ''),
  })}${textField({
    id: `${path}-complemento`, name: `${path}-complemento`, label: 'Complemento (solo si su cédula lo tiene)', width: 4, spellcheck: false, maxLength: 4,
    value: typed(entered, `${path}-complemento`, typeof complemento === 'string' ? complemento : ''),
  })}`;
  return fieldset({ legend: shown.label, legendSize: look.labelSize ?? 's', isPageHeading: look.isPageHeading, hint: shown.hint, id: `${path}-grupo`, body: boxes });
}
