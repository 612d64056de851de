import { duration, FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime, parseDate, parseDateTime, parseTime, toFeel } from 'feelin';
import type { LocalDate } from '../clock.ts';
import { invariant } from '../errors/index.ts';
import type { Json } from '../json.ts';
import { bounded } from './bounded.ts';

/** What JSON can say. */
export type Plain = Json;

/** A day as FEEL compares it: `hoy >= date("2026-01-01")`. */
export const feelDate = (day: LocalDate): unknown => days(day, () => {
  const value = parseDate(day);
  invariant(value, 'a LocalDate is a day of the calendar');
  return value;
});

// FEEL's days never change, cost as much as a whole decision to make, and the same few are asked for again and again.
const days = bounded<unknown>(2_000);

/** A value given as ISO 8601 text, as its FEEL type asks (`date`, `time`, `dateTime`, durations); anything else stays as it is. */
export function feelOfType(value: unknown, type: string | undefined): unknown {
  const parse = typeof value === 'string' && type !== undefined ? parsers.get(type) : undefined;
  return parse ? (parse(String(value)) ?? value) : value;
}

const parsers = new Map<string, (text: string) => unknown>([
  ['date', parseDate], ['time', parseTime], ['dateTime', parseDateTime], ['date and time', parseDateTime],
  ['dayTimeDuration', duration], ['days and time duration', duration], ['yearMonthDuration', duration], ['years and months duration', duration],
]);

/** A function that expressions may call by a variable's name, with its parameters by name or in order. */
export const feelFunction = (parameters: readonly string[], body: (given: Readonly<Record<string, unknown>>) => unknown): unknown =>
  new FeelFunction((...values: unknown[]) => body(Object.fromEntries(parameters.map((name, index) => [name, values[index] ?? null]))), [...parameters]);

/** A variable by its own name, never one of the object's prototype; a JavaScript date becomes a FEEL one. */
export function pick(variables: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!Object.hasOwn(variables, name)) return undefined;
  const value = variables[name];
  return value instanceof Date ? toFeel(value) : value;
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
