import { parseNumber } from '#modules/forms/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';
import type { Measured } from '../dashboard/frame.ts';
import { parsePeriod } from '../period.ts';
import { isShare, valueOf, type Said } from './declaration.ts';

/** What somebody typed: the figure where all of it was understood, and what must be put right, field by field. */
export type Typed = { readonly said: Said | undefined; readonly problems: readonly { readonly field: string; readonly text: string }[]; readonly texts: Readonly<Record<string, string>> };

/** Names of the boxes, in the order of the page. */
const boxes = ['num', 'den', 'efectiva-day', 'efectiva-month', 'efectiva-year', 'firmante', 'respaldo', 'enlace', 'vence-day', 'vence-month', 'vence-year', 'nota'] as const;

const lineMax = 200, noteMax = 1_000, numberMax = 1e12;

/** Reads the form of a figure. `said` gives what was posted under a name; the day for which the figure is true lies neither after today nor before its period. */
export function readDeclaration(said: (name: string) => string, indicator: Pick<Measured, 'unit' | 'factor'>, period: string, today: LocalDate): Typed {
  const texts = Object.fromEntries(boxes.map((name) => [name, said(name).normalize('NFC').trim()])), problems: { field: string; text: string }[] = [];
  const text = (name: string): string => texts[name] ?? '', wrong = (field: string, why: string): void => { problems.push({ field, text: why }); };
  const num = numberIn(text('num')), den = isShare(indicator) ? numberIn(text('den')) : null;
  if (num === undefined) wrong('num', isShare(indicator) ? 'Escriba cuántos cumplen, por ejemplo 12.' : 'Escriba el valor, por ejemplo 2.');
  if (den === undefined) wrong('den', 'Escriba de cuántos, por ejemplo 40.');
  else if (den !== null && num !== undefined && num > den) wrong('num', 'No pueden cumplir más de los que hay. Revise los dos números.');
  const effectiveOn = askedDay(texts, 'efectiva'), expiresOn = dayIn(texts, 'vence'), from = parsePeriod(period)?.from;
  if (effectiveOn === undefined) wrong('efectiva', 'Escriba a qué día corresponde el dato, por ejemplo 31 10 2026.');
  else if (effectiveOn > today) wrong('efectiva', 'El dato no puede ser de un día que todavía no llega.');
  else if (from !== undefined && effectiveOn < from) wrong('efectiva', 'El dato es de antes del periodo que declara. Revise el día, o declare otro periodo.');
  if (expiresOn === undefined) wrong('vence', 'Escriba hasta qué día vale el respaldo, o deje vacías las tres casillas.');
  for (const [name, why] of [['firmante', 'Escriba el nombre y el cargo de quien firma.'], ['respaldo', 'Escriba el documento que lo demuestra, con su número.']] as const) {
    if (!/\p{L}{2}/u.test(text(name)) || text(name).length > lineMax) wrong(name, text(name).length > lineMax ? `Use ${lineMax} letras como máximo.` : why);
  }
  if (text('enlace') !== '' && !isLink(text('enlace'))) wrong('enlace', 'Escriba la dirección entera, que empieza con https://.');
  if (text('nota').length > noteMax) wrong('nota', `Use ${noteMax} letras como máximo.`);
  const complete = problems.length === 0 && num !== undefined && den !== undefined && effectiveOn !== undefined && expiresOn !== undefined;
  return { texts, problems, said: complete ? { num, den, value: valueOf(indicator, num, den), effectiveOn, signatory: text('firmante'), evidence: text('respaldo'), link: text('enlace'), expiresOn, note: text('nota') } : undefined };
}

function numberIn(text: string): number | undefined {
  const number = text === '' ? undefined : parseNumber(text, 2);
  return number !== undefined && number >= 0 && number <= numberMax ? number : undefined;
}

// Three empty boxes are an answer: it does not end.
const dayIn = (texts: Readonly<Record<string, string>>, name: string): LocalDate | null | undefined =>
  (['day', 'month', 'year'].every((part) => texts[`${name}-${part}`] === '') ? null : askedDay(texts, name));

const isLink = (text: string): boolean => text.length <= lineMax && /^https?:\/\//i.test(text) && URL.canParse(text);
