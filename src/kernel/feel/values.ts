import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime, parseDate, parseDateTime, toFeel } from 'feelin';
import type { LocalDate } from '../clock.ts';
import { invariant } from '../errors/index.ts';

/** What JSON can say. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** A day as FEEL compares it: `hoy >= date("2026-01-01")`. */
export function feelDate(day: LocalDate): unknown {
  const value = parseDate(day);
  invariant(value, 'a LocalDate is a day of the calendar');
  return value;
}

/** An instant as FEEL compares it. */
export function feelDateTime(instant: Date): unknown {
  return parseDateTime(instant.toISOString());
}

/** A variable by its own name, never one of the object's prototype; a JavaScript date becomes a FEEL one. */
export function pick(variables: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!Object.hasOwn(variables, name)) return undefined;
  const value = variables[name];
  return value instanceof Date ? (toFeel(value) as unknown) : value;
}

/** A FEEL value as JSON: dates, times and durations become their ISO 8601 text; what JSON can't say becomes `null`. */
export function toPlain(value: unknown): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Date) return value.toISOString();
  if (isTemporal(value)) return value.toString();
  if (typeof value !== 'object' || value === undefined) return null;
  return plainObject(value);
}

function plainObject(value: object): Plain {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && !(value instanceof FeelRange)) return null;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([name, part]) => [name, toPlain(part)]));
}

const isTemporal = (value: unknown): value is FeelDate | FeelTime | FeelDateTime | FeelDuration =>
  value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof FeelDuration;
