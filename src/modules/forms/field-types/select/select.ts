import { select as selectBox } from '#kernel/html/components.ts';
import { sayText } from '#kernel/text.ts';
import { choiceChecks } from '../../domain/choice.ts';
import { drawn, plainText, typed, type FieldType } from '../../domain/field-type.ts';
import { readOptions } from '../../domain/options.ts';

/** One of a long closed list. */
export const select: FieldType = {
  name: 'select',
  purpose: 'Una opción de una lista larga (más de siete).',
  stored: 'texto: el «value» de la opción',
  attributes: { options: 'Opciones: textos, o {value, label, hint}.' },
  secondsToFill: 10,
  prepare: (own) => {
    const options = readOptions(own);
    return {
      ...choiceChecks(options),
      render: (shown) => selectBox({
        ...drawn(shown), emptyText: 'Elija una opción', value: typed(shown.entered, shown.path, plainText(shown.value)),
        options: options.map(({ value, label }) => ({ value, text: sayText(label, shown.language) })),
      }),
    };
  },
};
