import type { YamlValue } from '#kernel/yaml/index.ts';
import { parsePartialDate, type PartialDate } from '../domain/partial-date.ts';

/** Reads one value of the file, or notes why it cannot be used and gives `undefined`. */
export type Reader<Value> = (value: YamlValue) => Value | undefined;

type Presence = 'required' | 'optional' | 'defaulted';
type Field<Value, Is extends Presence> = { readonly reader: Reader<Value>; readonly presence: Is; readonly fallback?: Value };
type Fields = Readonly<Record<string, Field<unknown, Presence>>>;

/** A key that must be there. */
export const required = <Value>(reader: Reader<Value>): Field<Value, 'required'> => ({ reader, presence: 'required' });
/** A key that may be absent. */
export const optional = <Value>(reader: Reader<Value>): Field<Value, 'optional'> => ({ reader, presence: 'optional' });
/** A key whose absence means a value. */
export const defaulted = <Value>(reader: Reader<Value>, fallback: Value): Field<Value, 'defaulted'> => ({ reader, presence: 'defaulted', fallback });

type ValueOf<One> = One extends Field<infer Value, Presence> ? Value : never;
type OptionalKeys<Of extends Fields> = { [Key in keyof Of]: Of[Key]['presence'] extends 'optional' ? Key : never }[keyof Of];

/** What a table with these fields reads to: optional keys may be absent, never undefined. */
export type Shaped<Of extends Fields> =
  { readonly [Key in Exclude<keyof Of, OptionalKeys<Of>>]: ValueOf<Of[Key]> } & { readonly [Key in OptionalKeys<Of>]?: ValueOf<Of[Key]> };

/** A table with known keys. Every key is read even when one fails, so that one run shows all the faults. */
export const table = <const Of extends Fields>(fields: Of): Reader<Shaped<Of>> => (value) => {
  if (!value.isMap) return wrongTable(value);
  const children: Readonly<Record<string, YamlValue | undefined>> = value.object(Object.keys(fields));
  let broken = false;
  const entries = Object.entries(fields).map(([key, field]) => {
    const child = children[key];
    const read = child === undefined ? field.fallback : field.reader(child);
    if (child === undefined && field.presence === 'required') value.fault('missing_key', `Falta «${key}»${value.path ? ` en «${value.path}»` : ''}.`, `Agregue «${key}: …».`);
    broken ||= read === undefined && (child !== undefined || field.presence === 'required');
    return [key, read] as const;
  });
  // What `Shaped` says of each field is what its reader gave.
  return broken ? undefined : (Object.fromEntries(entries.filter(([, read]) => read !== undefined)) as Shaped<Of>);
};

/** A text with something in it. */
export const text = (charactersMax = 4_000): Reader<string> => (value) => {
  const written = value.text()?.trim();
  if (written === undefined) return undefined;
  if (written === '') return value.fault('empty', `«${value.path}» está vacío.`, 'Escriba el texto, o quite la clave.');
  if (written.length <= charactersMax) return written;
  return value.fault('too_long', `«${value.path}» pasa de ${charactersMax} caracteres.`, 'Acorte el texto.');
};

/** A text of a form; `like` tells a person what to write, with an example. */
export const pattern = (form: RegExp, like: string): Reader<string> => (value) => {
  const written = text()(value);
  if (written === undefined || form.test(written)) return written;
  return value.fault('bad_form', `«${value.path}» no tiene la forma esperada: «${written}».`, `Escriba ${like}.`);
};

/** One of a few words; the nearest is named for any other. */
export const oneOf = <const Word extends string>(words: readonly Word[]): Reader<Word> => (value) => value.oneOf(words);
/** `true` or `false`. */
export const yesNo: Reader<boolean> = (value) => value.boolean();

/** A number between two limits, both included. */
export const number = (min: number, max: number): Reader<number> => (value) => {
  const read = value.number();
  if (read === undefined || (read >= min && read <= max)) return read;
  return value.fault('number', `«${value.path}» vale ${read}.`, `Escriba un número entre ${min} y ${max}.`);
};

/** A whole number between two limits, both included. */
export const integer = (min: number, max: number): Reader<number> => (value) => value.integer(min, max);

/** A list of at most `itemsMax`; all its items are read. */
export const list = <Value>(item: Reader<Value>, itemsMax = 200): Reader<readonly Value[]> => (value) => {
  if (!value.isList) return value.items().length === 0 ? undefined : [];
  const items = value.items();
  if (items.length > itemsMax) return value.fault('too_many', `«${value.path}» tiene ${items.length} elementos.`, `Deje ${itemsMax} como máximo.`);
  const read = items.map(item);
  return read.includes(undefined) ? undefined : read.filter((one): one is Value & {} => one !== undefined);
};

/** A table of named values; the reader of each gets its name too. */
export const named = <Value>(name: RegExp, like: string, item: (value: YamlValue, name: string) => Value | undefined): Reader<Readonly<Record<string, Value>>> => (value) => {
  if (!value.isMap) return wrongTable(value);
  const read = [...value.members()].map(([key, child]) => {
    if (name.test(key)) return [key, item(child, key)] as const;
    return [key, child.faultOfName('bad_key', `«${key}» no sirve de nombre en «${value.path}».`, `Escriba ${like}.`)] as const;
  });
  const sound = read.filter((one): one is readonly [string, Value & {}] => one[1] !== undefined);
  return sound.length < read.length ? undefined : Object.fromEntries(sound);
};

/** An absolute http(s) address. */
export const webAddress: Reader<string> = (value) => {
  const written = text(2_000)(value);
  if (written === undefined || (/^https?:\/\/[^\s<>"]+$/i.test(written) && URL.canParse(written))) return written;
  return value.fault('bad_address', `«${value.path}» no es una dirección web: «${written}».`, 'Escríbala completa, por ejemplo https://www.ejemplo.gob.bo/.');
};

/** A day, a month or a year: as much of the date as the source gives. */
export const partialDate: Reader<PartialDate> = (value) => {
  const written = value.text()?.trim();
  if (written === undefined) return undefined;
  return parsePartialDate(written) ?? value.fault('bad_date', `«${value.path}» no es una fecha: «${written}».`, 'Escríbala como año, año-mes o año-mes-día, por ejemplo 2025-10-22.');
};

/** Reads, then changes what was read or notes a fault. */
export const refine = <From, To>(reader: Reader<From>, change: (read: From, value: YamlValue) => To | undefined): Reader<To> => (value) => {
  const read = reader(value);
  return read === undefined ? undefined : change(read, value);
};

const wrongTable = (value: YamlValue): undefined =>
  value.fault('wrong_type', `«${value.path || 'El archivo'}» no es un grupo de «nombre: valor».`, 'Escriba sus claves una debajo de otra, con la misma sangría.');
