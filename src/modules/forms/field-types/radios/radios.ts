import { radios as radioList } from '#kernel/html/components.ts';
import { sayText } from '#kernel/text.ts';
import { choiceChecks } from '../../domain/choice.ts';
import { drawn, plainText, typed, type FieldType } from '../../domain/field-type.ts';
import { readOptions } from '../../domain/options.ts';

/** One of a few options, all in sight. */
export const radios: FieldType = {
  name: 'radios',
  purpose: 'Una opción de unas pocas, todas a la vista.',
  stored: 'texto: el «value» de la opción',
  attributes: { options: 'Opciones: textos, o {value, label, hint}.' },
  secondsToFill: 8,
  prepare: (own) => {
    const options = readOptions(own);
    return {
      ...choiceChecks(options),
      render: (shown) => radioList({
        ...drawn(shown), value: typed(shown.entered, shown.path, plainText(shown.value)),
        options: options.map(({ value, label, hint }) => ({ value, text: sayText(label, shown.language), hint: hint && sayText(hint, shown.language) })),
      }),
    };
  },
};
