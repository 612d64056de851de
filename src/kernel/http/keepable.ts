import { csrfField } from './csrf.ts';

/** A posted field: its name and one text. */
export type Field = readonly [name: string, value: string];

const fieldsMax = 200, bytesMax = 65_536;

/** Names under which people type what nobody may keep. Forms with such a field have no name and are not kept at all: this is the second lock. */
const secretName = /contrase[nñ]a|passw|secret|^_/i;

/**
 * What may be kept of a posted form: everything but tokens and passwords. `nothing` where no text is left, `too_long` where it is more than
 * 200 fields or 64 KiB.
 */
export function keepable(posted: readonly Field[]): readonly Field[] | 'nothing' | 'too_long' {
  const fields = posted.filter(([name]) => name !== csrfField && !secretName.test(name));
  if (fields.length > fieldsMax || bytesOf(fields) > bytesMax) return 'too_long';
  return fields.some(([, value]) => value.trim() !== '') ? fields : 'nothing';
}

const bytesOf = (fields: readonly Field[]): number => fields.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
