import { radios } from '#kernel/html/components.ts';
import { drawn, empty, typed, value, wrong, type FieldType } from '../../domain/field-type.ts';
import { askToChoose } from '../../domain/name.ts';
import type { Asked, Reading } from '../../domain/types.ts';

/** A question that is answered with yes or no; neither is chosen beforehand. */
export const yesNo: FieldType = {
  name: 'yes-no',
  purpose: 'Una pregunta que se responde con sí o no.',
  stored: 'true o false',
  attributes: {},
  secondsToFill: 5,
  prepare: () => ({
    check,
    read: (posted, asked) => check(said[posted.text()] ?? posted.text(), asked),
    ask: ({ name }) => `${askToChoose(name)}: «Sí» o «No».`,
    render: (shown) => radios({
      ...drawn(shown), inline: true, options: [{ value: 'si', text: 'Sí' }, { value: 'no', text: 'No' }],
      value: typed(shown.entered, shown.path, typeof shown.value === 'boolean' ? (shown.value ? 'si' : 'no') : ''),
    }),
    say: (it) => [it === true ? 'Sí' : 'No'],
    schema: { type: 'boolean' },
  }),
};

const said: Partial<Record<string, boolean>> = Object.assign(Object.create(null), { si: true, no: false });

function check(it: unknown, { name }: Asked): Reading {
  if (it === undefined || it === null || it === '') return empty;
  return typeof it === 'boolean' ? value(it) : wrong('invalid', `${askToChoose(name)}: «Sí» o «No».`);
}
