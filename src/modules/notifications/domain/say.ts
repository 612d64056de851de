import { parseLocalDate, sayDay, sayInstant } from '#kernel/clock.ts';
import { feelFunction, toPlain, type Plain } from '#kernel/feel/index.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import type { functionNames } from './template.ts';

const numbers = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 2 });

/** A value as people read it: days and numbers in words of the country, lists with commas, nothing for what is missing. */
export function sayValue(value: unknown): string {
  const plain = toPlain(value);
  if (typeof plain === 'string') return sayText(plain);
  if (typeof plain === 'number') return numbers.format(plain);
  if (typeof plain === 'boolean') return plain ? 'sí' : 'no';
  return isList(plain) ? plain.map(sayValue).filter((each) => each !== '').join(', ') : '';
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

function sayText(text: string): string {
  const day = parseLocalDate(text);
  if (day) return sayDay(day);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) ? sayInstant(new Date(text)) : text;
}

/** The functions that expressions of a message may call. */
export const functions: Readonly<Record<(typeof functionNames)[number], unknown>> = {
  dia: feelFunction(['fecha'], ({ fecha }) => sayValue(fecha)),
  bolivianos: feelFunction(['centavos'], ({ centavos }) => (typeof centavos === 'number' && Number.isSafeInteger(centavos) ? sayMoney(bob(centavos)) : null)),
};
