import { dateField } from '#kernel/html/components.ts';
import { parseLocalDate, sayDay, type LocalDate } from '#kernel/clock.ts';
import { feelDate } from '#kernel/feel/index.ts';
import { drawn, empty, start, typed, value, wrong, type FieldType, type OwnAttributes } from '../../domain/field-type.ts';
import type { AnswerValue, Asked, Posted, Reading, Shown } from '../../domain/types.ts';
import { readMonth } from './months.ts';

/** A day, asked in three boxes: people know dates by heart, and no calendar helps them to find 1985. */
export const date: FieldType = {
  name: 'date',
  purpose: 'Un día que la persona sabe: su nacimiento, la fecha de un documento.',
  stored: 'texto AAAA-MM-DD; en FEEL, fecha',
  attributes: { min: 'Primer día permitido: AAAA-MM-DD u «hoy».', max: 'Último día permitido: AAAA-MM-DD u «hoy».' },
  secondsToFill: 15,
  prepare: (own) => {
    const limits = { min: readLimit(own, 'min'), max: readLimit(own, 'max') };
    const check = (it: unknown, asked: Asked) => checkDay(it, asked, limits);
    return {
      check,
      read: (posted, asked) => readDay(posted, asked, check),
      ask: ({ name }) => `Escriba ${name}, por ejemplo 27 3 1985.`,
      render: renderDay,
      say: (it) => { const day = dayOf(it); return [day === undefined ? '' : sayDay(day)]; },
      schema: { type: 'string', format: 'date' },
      parts: ['-day', '-month', '-year'],
      variable: (it) => { const day = dayOf(it); return day === undefined ? null : feelDate(day); },
    };
  },
};

const dayOf = (it: unknown): LocalDate | undefined => (typeof it === 'string' ? parseLocalDate(it) : undefined);

type Limit = LocalDate | 'hoy' | undefined;
type Limits = { readonly min: Limit; readonly max: Limit };

function readLimit(own: OwnAttributes, name: 'min' | 'max'): Limit {
  const at = own.get(name);
  const written = at?.text();
  if (at === undefined || written === undefined) return undefined;
  return written === 'hoy' ? 'hoy' : (parseLocalDate(written) ?? at.fault('date', `«${written}» no es un día.`, 'Escriba AAAA-MM-DD, por ejemplo 2026-01-31, o «hoy».'));
}

function readDay(posted: Posted, asked: Asked, check: (it: unknown, asked: Asked) => Reading): Reading {
  const [day, month, year] = [posted.text('day'), posted.text('month'), posted.text('year')];
  if (day + month + year === '') return empty;
  const missing = [day === '' && 'el día', month === '' && 'el mes', year === '' && 'el año'].filter((part) => part !== false);
  if (missing.length > 0) return wrong('invalid', `En ${asked.name} falta ${missing.join(' y ')}. Escriba por ejemplo 27 3 1985.`);
  if (/^\d{1,3}$/.test(year)) return wrong('invalid', `Escriba el año de ${asked.name} con cuatro cifras, por ejemplo 1985.`);
  const number = readMonth(month);
  if (number === undefined || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return noSuchDay(asked.name);
  return check(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`, asked);
}

const noSuchDay = (name: string): Reading => wrong('invalid', `${start(name)} no es un día del calendario. Escriba por ejemplo 27 3 1985.`);

function checkDay(it: unknown, asked: Asked, limits: Limits): Reading {
  if (it === undefined || it === null || it === '') return empty;
  const day = dayOf(it);
  if (day === undefined || day < '1000') return noSuchDay(asked.name);
  return limitFault(day, asked, limits) ?? value(day);
}

function limitFault(day: LocalDate, { name, today }: Asked, limits: Limits): Reading | undefined {
  const [min, max] = [limits.min === 'hoy' ? today : limits.min, limits.max === 'hoy' ? today : limits.max];
  if (min !== undefined && day < min) return wrong('min', `${start(name)} debe ser el ${sayDay(min)} o un día posterior. Revise el año.`);
  if (max !== undefined && day > max) return wrong('max', `${start(name)} debe ser el ${sayDay(max)} o un día anterior. Revise el año.`);
  return undefined;
}

function renderDay(shown: Shown) {
  const [year = '', month = '', day = ''] = dayParts(shown.value);
  const box = (part: string, otherwise: string) => typed(shown.entered, `${shown.path}-${part}`, otherwise);
  return dateField({
    ...drawn(shown), hint: shown.hint ?? 'Por ejemplo: 27 3 1985.', birthDate: shown.autocomplete === 'bday',
    day: box('day', day), month: box('month', month), year: box('year', year),
  });
}

const dayParts = (it: AnswerValue | undefined): string[] =>
  typeof it === 'string' ? it.split('-').map((part) => part.replace(/^0(?=\d)/, '')) : [];
