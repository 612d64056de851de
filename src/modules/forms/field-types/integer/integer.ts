import { textField } from '#kernel/html/components.ts';
import { drawn, typed, type FieldType } from '../../domain/field-type.ts';
import { numberChecks, numberText, readNumberRules, sayStored } from '../../domain/number-rules.ts';

/** A whole number that counts something. */
export const integer: FieldType = {
  name: 'integer',
  purpose: 'Un número entero que cuenta algo: camas, empleados, copias.',
  stored: 'número entero',
  attributes: { min: 'Menor valor permitido.', max: 'Mayor valor permitido.', unit: 'Unidad que se muestra detrás, como «años».' },
  secondsToFill: 10,
  prepare: (own) => {
    const rules = readNumberRules(own);
    const unit = own.get('unit')?.text();
    return {
      ...numberChecks(rules, 0, '12'),
      render: (shown) => textField({ ...drawn(shown), inputmode: 'numeric', width: 10, suffix: unit, maxLength: 24, value: typed(shown.entered, shown.path, numberText(shown.value)) }),
      say: (it) => [unit === undefined ? sayStored(it) : `${sayStored(it)} ${unit}`],
      schema: { type: 'integer', ...(rules.min === undefined ? {} : { minimum: rules.min }), ...(rules.max === undefined ? {} : { maximum: rules.max }) },
    };
  },
};
