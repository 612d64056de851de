import { select } from '#kernel/html/components.ts';
import { choiceChecks } from '../../domain/choice.ts';
import { drawn, plainText, typed, type FieldType } from '../../domain/field-type.ts';
import type { Option } from '../../domain/options.ts';

/** One of the nine departments, under the two letters that documents use. */
export const department: FieldType = {
  name: 'department',
  purpose: 'Uno de los nueve departamentos.',
  stored: 'texto: LP, CB, SC, OR, PT, CH, TJ, BE o PD',
  attributes: {},
  secondsToFill: 6,
  prepare: () => ({
    ...choiceChecks(departments),
    ask: ({ name }) => `Elija ${name}.`,
    render: (shown) => select({
      ...drawn(shown), emptyText: 'Elija un departamento', value: typed(shown.entered, shown.path, plainText(shown.value)),
      options: departments.map(({ value, label }) => ({ value, text: label.es })),
    }),
  }),
};

/** In the order of the Constitution's article 269. */
const departments: readonly Option[] = [
  { value: 'CH', label: { es: 'Chuquisaca' } }, { value: 'LP', label: { es: 'La Paz' } }, { value: 'CB', label: { es: 'Cochabamba' } },
  { value: 'OR', label: { es: 'Oruro' } }, { value: 'PT', label: { es: 'Potosí' } }, { value: 'TJ', label: { es: 'Tarija' } },
  { value: 'SC', label: { es: 'Santa Cruz' } }, { value: 'BE', label: { es: 'Beni' } }, { value: 'PD', label: { es: 'Pando' } },
];
