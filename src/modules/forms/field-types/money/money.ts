import { textField } from '#kernel/html/components.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { drawn, empty, start, typed, value, wrong, type FieldType } from '../../domain/field-type.ts';
import { limitFault, parseNumber, readNumberRules, type NumberRules } from '../../domain/number-rules.ts';
import type { AnswerValue, Asked, Reading } from '../../domain/types.ts';

/** An amount of bolivianos; stored in whole centavos, written and compared in bolivianos. */
export const money: FieldType = {
  name: 'money',
  purpose: 'Un monto en bolivianos.',
  stored: 'centavos enteros; en FEEL, bolivianos',
  attributes: { min: 'Menor monto permitido, en bolivianos.', max: 'Mayor monto permitido, en bolivianos.' },
  secondsToFill: 10,
  prepare: (own) => {
    const rules = readNumberRules(own);
    const check = (it: unknown, asked: Asked) => checkCentavos(it, asked, rules);
    return {
      check,
      read: (posted, asked) => readBolivianos(posted.text(), asked, check),
      ask: ({ name }) => `Escriba ${name} en bolivianos, por ejemplo 1.489,50.`,
      render: (shown) => textField({ ...drawn(shown), inputmode: 'decimal', width: 10, prefix: 'Bs', maxLength: 24, value: typed(shown.entered, shown.path, amountText(shown.value)) }),
      say: (it) => [typeof it === 'number' ? sayMoney(bob(it)) : ''],
      schema: { type: 'integer', description: 'Centavos de boliviano.', minimum: centavos(rules.min ?? 0), ...(rules.max === undefined ? {} : { maximum: centavos(rules.max) }) },
      variable: (it) => (typeof it === 'number' ? it / 100 : null),
    };
  },
};

const centavos = (bolivianos: number): number => Math.round(bolivianos * 100);

const sentence = (name: string): Reading => wrong('invalid', `${start(name)} debe ser un monto en bolivianos. Escriba algo como 1.489,50.`);

function readBolivianos(text: string, asked: Asked, check: (it: unknown, asked: Asked) => Reading): Reading {
  if (text === '') return empty;
  const amount = parseNumber(text.replace(/^bs\.?/i, ''), 2);
  return amount === undefined || Math.abs(amount) > Number.MAX_SAFE_INTEGER / 100 ? sentence(asked.name) : check(centavos(amount), asked);
}

function checkCentavos(it: unknown, asked: Asked, rules: NumberRules): Reading {
  if (it === undefined || it === null) return empty;
  if (typeof it !== 'number' || !Number.isSafeInteger(it)) return sentence(asked.name);
  return limitFault(it / 100, { min: rules.min ?? 0, max: rules.max }, asked, (limit) => sayMoney(bob(centavos(limit)))) ?? value(it);
}

const amountText = (it: AnswerValue | undefined): string => (typeof it === 'number' ? (it / 100).toFixed(2).replace('.', ',') : '');
