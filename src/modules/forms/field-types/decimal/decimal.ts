import { textField } from '#kernel/html/components.ts';
import { drawn, typed, type FieldType } from '../../domain/field-type.ts';
import { numberChecks, numberText, readNumberRules, sayStored } from '../../domain/number-rules.ts';

/** A measured number, with decimals. */
export const decimal: FieldType = {
  name: 'decimal',
  purpose: 'Un número con decimales que mide algo: metros, kilos, porcentajes.',
  stored: 'número',
  attributes: { min: 'Menor valor permitido.', max: 'Mayor valor permitido.', decimals: 'Decimales permitidos (2 si no se dice).', unit: 'Unidad que se muestra detrás, como «m²».' },
  secondsToFill: 10,
  prepare: (own) => {
    const rules = readNumberRules(own);
    const decimals = own.get('decimals')?.integer(1, 6) ?? 2;
    const unit = own.get('unit')?.text();
    return {
      ...numberChecks(rules, decimals, '12,5'),
      render: (shown) => textField({ ...drawn(shown), inputmode: 'decimal', width: 10, suffix: unit, maxLength: 24, value: typed(shown.entered, shown.path, numberText(shown.value)) }),
      say: (it) => [unit === undefined ? sayStored(it) : `${sayStored(it)} ${unit}`],
      schema: { type: 'number', ...(rules.min === undefined ? {} : { minimum: rules.min }), ...(rules.max === undefined ? {} : { maximum: rules.max }) },
    };
  },
};
