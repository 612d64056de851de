import { checkboxes as boxList } from '#kernel/html/components.ts';
import { sayText } from '#kernel/text.ts';
import { drawn, empty, start, value, wrong, type FieldType } from '../../domain/field-type.ts';
import { readOptions, sayOption, type Option } from '../../domain/options.ts';
import { askToChoose } from '../../domain/name.ts';
import type { AnswerValue, Asked, Reading } from '../../domain/types.ts';

/** Any number of a few options. */
export const checkboxes: FieldType = {
  name: 'checkboxes',
  purpose: 'Varias opciones de una lista.',
  stored: 'lista de textos: los «value» elegidos',
  attributes: { options: 'Opciones: textos, o {value, label, hint}.', min: 'Mínimo de opciones.', max: 'Máximo de opciones.' },
  secondsToFill: 12,
  prepare: (own) => {
    const options = readOptions(own);
    const limits = { min: own.get('min')?.integer(0, options.length) ?? 0, max: own.get('max')?.integer(1, options.length) ?? options.length };
    const check = (it: unknown, asked: Asked) => checkChosen(it, asked, options, limits);
    return {
      check,
      read: (posted, asked) => check(posted.list().filter((text) => text !== ''), asked),
      ask: ({ name }) => `${askToChoose(name)}: marque al menos una opción.`,
      render: (shown) => boxList({
        ...drawn(shown), values: chosen(shown.value),
        options: options.map((option) => ({ value: option.value, text: sayText(option.label, shown.language), hint: option.hint && sayText(option.hint, shown.language) })),
      }),
      say: (it) => chosen(it).map((one) => sayOption(options, one)),
      schema: { type: 'array', items: { enum: options.map((option) => option.value) }, uniqueItems: true, maxItems: limits.max },
      many: true,
    };
  },
};

const chosen = (it: AnswerValue | undefined): string[] => (Array.isArray(it) ? it.filter((one) => typeof one === 'string') : []);

function checkChosen(it: unknown, { name }: Asked, options: readonly Option[], limits: { min: number; max: number }): Reading {
  if (it === undefined || it === null || (Array.isArray(it) && it.length === 0)) return empty;
  const list: readonly unknown[] = Array.isArray(it) ? it.slice(0, options.length + 1) : [it];
  if (!list.every((one) => options.some((option) => option.value === one))) return wrong('invalid', `${askToChoose(name)}: lo marcado no está en la lista. Marque solo opciones que se ofrecen.`);
  const values = [...new Set(list.map(String))];
  if (values.length > limits.max) return wrong('max', `${start(name)} admite ${limits.max} opciones. Quite ${values.length - limits.max}.`);
  if (values.length < limits.min) return wrong('min', `${start(name)} necesita ${limits.min} opciones. Marque ${limits.min - values.length} más.`);
  return value(values);
}
