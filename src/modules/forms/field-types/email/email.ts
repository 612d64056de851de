import { textField } from '#kernel/html/components.ts';
import { drawn, empty, plainText, start, typed, value, wrong, type FieldType } from '../../domain/field-type.ts';
import type { Asked, Reading } from '../../domain/types.ts';

/** An e-mail address. */
export const email: FieldType = {
  name: 'email',
  purpose: 'Una dirección de correo electrónico.',
  stored: 'texto, con el dominio en minúsculas',
  attributes: {},
  secondsToFill: 15,
  prepare: () => ({
    read: (posted, asked) => check(posted.text().replace(/\s+/g, ''), asked),
    check,
    ask: ({ name }) => `Escriba ${name}, por ejemplo nombre@correo.bo.`,
    render: (shown) => textField({
      ...drawn(shown), type: 'email', inputmode: 'email', spellcheck: false, autocomplete: shown.autocomplete, maxLength: lengthMax,
      value: typed(shown.entered, shown.path, plainText(shown.value)),
    }),
    say: (it) => [plainText(it)],
    schema: { type: 'string', format: 'email', maxLength: lengthMax },
  }),
};

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets with its angle brackets. */
const lengthMax = 254;
const form = /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

function check(it: unknown, { name }: Asked): Reading {
  if (it === undefined || it === null || it === '') return empty;
  const isAddress = typeof it === 'string' && it.length <= lengthMax && form.test(it) && !it.includes('..') && !/(^\.|\.@)/.test(it);
  if (!isAddress) return wrong('invalid', `${start(name)} no tiene la forma de un correo. Escriba algo como nombre@correo.bo.`);
  const at = it.lastIndexOf('@');
  return value(it.slice(0, at) + it.slice(at).toLowerCase());
}
