import { textField } from '#kernel/html/components.ts';
import { drawn, empty, plainText, start, typed, value, wrong, type FieldType } from '../../domain/field-type.ts';
import type { Asked, Reading } from '../../domain/types.ts';

/** A telephone: eight digits in Bolivia, or any country with its prefix. Stored as E.164. */
export const phone: FieldType = {
  name: 'phone',
  purpose: 'Un teléfono de Bolivia (ocho cifras) o de otro país (con su prefijo).',
  stored: 'texto E.164: «+59171234567»',
  attributes: { mobile: 'true cuando debe ser un celular de Bolivia.' },
  secondsToFill: 15,
  prepare: (own) => {
    const mustBeMobile = own.get('mobile')?.boolean() ?? false;
    const check = (it: unknown, asked: Asked) => checkNumber(it, asked, mustBeMobile);
    return {
      check,
      read: (posted, asked) => check(posted.text(), asked),
      ask: ({ name }) => `Escriba ${name}, por ejemplo 71234567.`,
      render: (shown) => textField({
        ...drawn(shown), type: 'tel', inputmode: 'tel', width: 20, autocomplete: shown.autocomplete, maxLength: 30,
        value: typed(shown.entered, shown.path, sayNumber(plainText(shown.value))),
      }),
      say: (it) => [sayNumber(plainText(it))],
      schema: { type: 'string', pattern: '^\\+[1-9][0-9]{7,14}$' },
    };
  },
};

const prefix = '+591';

function checkNumber(it: unknown, { name }: Asked, mustBeMobile: boolean): Reading {
  if (it === undefined || it === null || it === '') return empty;
  const invalid = wrong('invalid', `${start(name)} no es un teléfono. Escriba sus ocho cifras, por ejemplo 71234567, o el número con el prefijo de su país, por ejemplo +54 11 2345 6789.`);
  if (typeof it !== 'string' || it.length > 40 || !/^\+?[\d\s().-]+$/.test(it)) return invalid;
  const number = toInternational(it.replace(/[^\d+]/g, ''));
  if (!number.startsWith(prefix)) return !mustBeMobile && /^\+[1-9]\d{7,14}$/.test(number) ? value(number) : invalid;
  return checkBolivian(number, invalid, mustBeMobile, name);
}

function checkBolivian(number: string, invalid: Reading, mustBeMobile: boolean, name: string): Reading {
  const local = number.slice(prefix.length);
  if (mustBeMobile && !/^[67]\d{7}$/.test(local)) return wrong('invalid', `${start(name)} debe ser un celular. Escriba ocho cifras que empiecen con 6 o 7, por ejemplo 71234567.`);
  if (/^[2-4]?\d{6}$/.test(local)) return wrong('invalid', `A ${name} le falta una cifra. Si es un teléfono fijo, ponga delante la de su zona (2, 3 o 4), por ejemplo 2 2184026.`);
  return /^[2-46-8]\d{7}$/.test(local) ? value(number) : invalid;
}

/** `00…` is how a telephone dials what is written with `+`. */
function toInternational(digits: string): string {
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  return /^591\d{8}$/.test(digits) ? `+${digits}` : prefix + digits;
}

const sayNumber = (number: string): string => (number.startsWith(prefix) ? `${prefix} ${number.slice(prefix.length)}` : number);
