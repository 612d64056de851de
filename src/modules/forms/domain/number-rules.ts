import type { AnswerValue, Asked, Behaviour, Reading } from './types.ts';
import { isMany } from './name.ts';
import { empty, start, value, wrong, type OwnAttributes } from './field-type.ts';

/** Limits of a number, in the unit in which people write it. */
export type NumberRules = { readonly min: number | undefined; readonly max: number | undefined };

/** Reads `min` and `max`. */
export function readNumberRules(own: OwnAttributes): NumberRules {
  const min = own.get('min')?.number();
  const max = own.get('max')?.number();
  if (min !== undefined && max !== undefined && min > max) own.get('max')?.fault('range', `«max» (${max}) es menor que «min» (${min}).`, 'Escriba un máximo mayor que el mínimo.');
  return { min, max };
}

// Numbers of four digits are written together, and years with them: «2024», «12.345» (Ortografía de la lengua española, 2010).
const format = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 10, useGrouping: 'min2' });

/** A number as it is written in Bolivia: «12.345,5». */
const sayNumber = (it: number): string => format.format(it);

/** What is wrong with a number, or nothing. `say` writes a limit with its unit. */
export function limitFault(it: number, { min, max }: NumberRules, { name }: Asked, say: (limit: number) => string = sayNumber): Reading | undefined {
  if (min !== undefined && it < min) return wrong('min', `${start(name)} ${isMany(name) ? 'son' : 'es'} menos de lo permitido. Escriba ${say(min)} o más.`);
  if (max !== undefined && it > max) return wrong('max', `${start(name)} ${isMany(name) ? 'son' : 'es'} más de lo permitido. Escriba ${say(max)} o menos.`);
  return undefined;
}

/**
 * Reads «1.234,50», «1234.5» or «1 234»: a comma is for decimals, a dot before three digits is for thousands. `undefined` where it is no
 * number, or where it could be read in two ways.
 */
export function parseNumber(text: string, decimalsMax: number): number | undefined {
  const tight = text.replace(/[\s\u00a0]/g, '');
  if (tight.length > 24) return undefined;
  const sign = /^[-−]/.test(tight) ? '-' : '';
  const digits = tight.replace(/^[-−]/, '');
  const plain = withDecimalDot(digits, decimalsMax);
  const decimals = plain?.split('.')[1]?.length ?? 0;
  const number = plain === undefined || decimals > decimalsMax ? undefined : Number(sign + plain);
  return number !== undefined && Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

function withDecimalDot(digits: string, decimalsMax: number): string | undefined {
  if (/^\d+$/.test(digits)) return digits;
  if (/^(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  const grouped = /^[1-9]\d{0,2}(\.\d{3})+$/.test(digits);
  if (grouped) return decimalsMax >= 3 && digits.split('.').length === 2 ? undefined : digits.replaceAll('.', '');
  return /^\d+\.\d+$/.test(digits) ? digits : undefined;
}

/** The members that whole and decimal numbers share. */
export function numberChecks(rules: NumberRules, decimals: number, example: string): Pick<Behaviour, 'read' | 'check' | 'ask'> {
  const invalid = ({ name }: Asked) => wrong('invalid', `${start(name)} ${isMany(name) ? 'deben' : 'debe'} ser un número${decimals === 0 ? ' entero' : ` con ${decimals} decimales como máximo, después de una coma`}. Escriba algo como ${example}.`);
  const check = (it: unknown, asked: Asked): Reading => {
    if (it === undefined || it === null || it === '') return empty;
    if (typeof it !== 'number' || !fits(it, decimals)) return invalid(asked);
    return limitFault(it, rules, asked) ?? value(it);
  };
  const read: Behaviour['read'] = (posted, asked) => {
    const text = posted.text();
    return text === '' ? empty : check(parseNumber(text, decimals) ?? Number.NaN, asked);
  };
  return { read, check, ask: ({ name }) => `Escriba ${name} en cifras, por ejemplo ${example}.` };
}

const fits = (it: number, decimals: number): boolean =>
  Number.isFinite(it) && Math.abs(it) <= Number.MAX_SAFE_INTEGER && Number(it.toFixed(decimals)) === it;

/** A stored number as a box shows it: with a comma, without thousands. */
export const numberText = (it: AnswerValue | undefined): string => (typeof it === 'number' ? String(it).replace('.', ',') : '');

/** A stored number in words for people. */
export const sayStored = (it: AnswerValue): string => (typeof it === 'number' ? sayNumber(it) : '');
