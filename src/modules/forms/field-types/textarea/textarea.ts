import { textArea } from '#kernel/html/components.ts';
import { drawn, plainText, typed, type FieldType } from '../../domain/field-type.ts';
import { readTextRules, textChecks } from '../../domain/text-rules.ts';

/** Several lines of text, such as the facts of a complaint. */
export const textarea: FieldType = {
  name: 'textarea',
  purpose: 'Varias líneas de texto: una explicación, los hechos de una denuncia.',
  stored: 'texto, con saltos de línea',
  attributes: { minLength: 'Mínimo de caracteres.', maxLength: 'Máximo de caracteres (4000 si no se dice).', pattern: 'Expresión regular que el texto entero debe cumplir.', lines: 'Líneas visibles (5 si no se dice).' },
  secondsToFill: 90,
  prepare: (own) => {
    const rules = readTextRules(own, 4_000);
    const rows = own.get('lines')?.integer(2, 30);
    return {
      ...textChecks(rules, (posted) => posted),
      render: (shown) => textArea({
        ...drawn(shown), rows, autocomplete: shown.autocomplete, hint: shown.hint ?? `Puede escribir hasta ${rules.max} caracteres.`,
        value: typed(shown.entered, shown.path, plainText(shown.value)),
      }),
      say: (it) => plainText(it).split('\n'),
    };
  },
};
