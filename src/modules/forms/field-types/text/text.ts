import { textField } from '#kernel/html/components.ts';
import { drawn, plainText, typed, type FieldType } from '../../domain/field-type.ts';
import { readTextRules, textChecks } from '../../domain/text-rules.ts';

/** One line of text, such as a name or an address. */
export const text: FieldType = {
  name: 'text',
  purpose: 'Una línea de texto: un nombre, una dirección, un número de matrícula.',
  stored: 'texto',
  attributes: {
    minLength: 'Mínimo de caracteres.', maxLength: 'Máximo de caracteres (200 si no se dice).',
    pattern: 'Expresión regular que el texto entero debe cumplir.', spellcheck: 'false para nombres y códigos.', width: 'Ancho del cuadro: 5, 10, 20 o 30 caracteres.',
  },
  secondsToFill: 15,
  prepare: (own) => {
    const rules = readTextRules(own, 200);
    const spellcheck = own.get('spellcheck')?.boolean();
    const width = widths.find((candidate) => candidate === own.get('width')?.integer(5, 30));
    return {
      ...textChecks(rules, (posted) => posted.replace(/\s+/g, ' ')),
      render: (shown) => textField({
        ...drawn(shown), autocomplete: shown.autocomplete, spellcheck, width, maxLength: rules.max,
        value: typed(shown.entered, shown.path, plainText(shown.value)),
      }),
      say: (it) => [plainText(it)],
    };
  },
};

const widths = [5, 10, 20, 30] as const;
