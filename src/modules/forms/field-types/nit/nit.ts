import { textField } from '#kernel/html/components.ts';
import { drawn, empty, plainText, start, typed, value, wrong, type FieldType } from '../../domain/field-type.ts';
import type { Asked, Reading } from '../../domain/types.ts';

/** A tax number (Número de Identificación Tributaria) of 7 to 13 digits. */
export const nit: FieldType = {
  name: 'nit',
  purpose: 'Un NIT del Servicio de Impuestos Nacionales.',
  stored: 'texto de 7 a 13 cifras',
  attributes: {},
  secondsToFill: 12,
  prepare: () => ({
    check,
    read: (posted, asked) => check(posted.text().replace(/[\s.-]/g, ''), asked),
    ask: ({ name }) => `Escriba ${name}, por ejemplo 1020304050.`,
    render: (shown) => textField({ ...drawn(shown), inputmode: 'numeric', width: 20, spellcheck: false, maxLength: 20, value: typed(shown.entered, shown.path, plainText(shown.value)) }),
    say: (it) => [plainText(it)],
    schema: { type: 'string', pattern: form.source },
  }),
};

const form = /^[0-9]{7,13}$/;

function check(it: unknown, { name }: Asked): Reading {
  if (it === undefined || it === null || it === '') return empty;
  return typeof it === 'string' && form.test(it) ? value(it) : wrong('invalid', `${start(name)} debe tener entre 7 y 13 cifras. Escriba solo las cifras, por ejemplo 1020304050.`);
}
