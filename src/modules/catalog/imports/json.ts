/** A JSON object whose members are looked at one by one. */
export type Json = Readonly<Record<string, unknown>>;

/** An object, or an empty one for anything else. */
export const recordOf = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {});

/** The objects of a list; nothing for anything else. */
export const arrayOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null).map(recordOf) : []);

/** A text with something in it, or a number as text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
